package se.sip.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${fardigstallPlan}}: what was written becomes the plan. */
@Component("fardigstallPlan")
@CallableFromDiagram(name = "Färdigställ planen",
        does = "Planen blir en färdig version: den skickas till dem som ska ha den och insatserna börjar "
                + "följas.")
class FinalisePlanDelegate implements JavaDelegate {

    private final PlanFinalisation finalisation;
    private final PlanVariables planVariables;

    FinalisePlanDelegate(PlanFinalisation finalisation, PlanVariables planVariables) {
        this.finalisation = finalisation;
        this.planVariables = planVariables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanVersion plan = finalisation.finalise(execution.getProcessBusinessKey(), execution.getTenantId());
        planVariables.set(plan, ExecutionVariables.of(execution));
    }
}
