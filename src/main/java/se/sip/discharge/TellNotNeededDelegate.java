package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${meddelaBehovsEj}}: all that got the admission notice get the judgement. */
@Component("meddelaBehovsEj")
@CallableFromDiagram
class TellNotNeededDelegate implements JavaDelegate {

    private final Plannings plannings;

    TellNotNeededDelegate(Plannings plannings) {
        this.plannings = plannings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plannings.tellNotNeeded(execution.getProcessBusinessKey(), ExecutionVariables.of(execution));
    }
}
