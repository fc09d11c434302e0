package se.sip.plan;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineDates;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${hamtaInsats}}: whose an intervention is, whether its owner has said yes, and when it is due. */
@Component("hamtaInsats")
@CallableFromDiagram(name = "Hämta insatsen",
        does = "Vem som ansvarar för insatsen, om enheten har sagt ja och när den ska vara klar.")
class LoadInterventionDelegate implements JavaDelegate {

    private final Interventions interventions;
    private final Plans plans;
    private final PlanVariables planVariables;

    LoadInterventionDelegate(Interventions interventions, Plans plans, PlanVariables planVariables) {
        this.interventions = interventions;
        this.plans = plans;
        this.planVariables = planVariables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionVariables variables = ExecutionVariables.of(execution);
        Intervention intervention = interventions.byKey(variables.text(ProcessVariable.INTERVENTION));
        LocalDate followUp = plans.current(intervention.caseNumber()).orElseThrow().followUpOn();
        variables.set(ProcessVariable.OWNER_GROUP,
                planVariables.groupOf(intervention.party(), intervention.caseNumber()));
        variables.set(ProcessVariable.CONFIRMATION, intervention.confirmation().name());
        variables.set(ProcessVariable.INTERVENTION_DUE,
                EngineDates.endOf(intervention.doneBy() == null ? followUp : intervention.doneBy()));
    }
}
