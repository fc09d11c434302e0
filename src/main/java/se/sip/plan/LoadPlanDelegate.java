package se.sip.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${hamtaPlanen}}: the process learns dates, interventions and main responsible of the plan in force. */
@Component("hamtaPlanen")
@CallableFromDiagram(name = "Hämta planen",
        does = "Ärendet går in i fasen Följ upp. Dagar, insatser och huvudansvarig hämtas ur den plan som "
                + "gäller.")
class LoadPlanDelegate implements JavaDelegate {

    private final Plans plans;
    private final PlanVariables planVariables;
    private final CaseFiles cases;

    LoadPlanDelegate(Plans plans, PlanVariables planVariables, CaseFiles cases) {
        this.plans = plans;
        this.cases = cases;
        this.planVariables = planVariables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        PlanVersion plan = plans.current(caseNumber)
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no plan in force"));
        cases.enter(caseNumber, CasePhase.FOLLOW_UP);
        planVariables.set(plan, ExecutionVariables.of(execution));
    }
}
