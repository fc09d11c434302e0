package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${meddelaArendet}}: one case learns of one finding. */
@Component("meddelaArendet")
@CallableFromDiagram(name = "Meddela ärendet",
        does = "Ett ärende i taget, var och ett för sig: ett ärende som fastnar hindrar inte de andra.")
class TellFindingDelegate implements JavaDelegate {

    private final DailyCheck check;

    TellFindingDelegate(DailyCheck check) {
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        check.tell(ExecutionVariables.of(execution).text(ProcessVariable.FINDING));
    }
}
