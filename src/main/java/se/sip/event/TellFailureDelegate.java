package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${meddelaUteblivenInsats}}: all who take part are told that an intervention does not come about. */
@Component("meddelaUteblivenInsats")
@CallableFromDiagram(name = "Meddela alla",
        does = "Alla som deltar, även den som planen gäller, får veta att insatsen inte blir av.")
class TellFailureDelegate implements JavaDelegate {

    private final FailedInterventions failed;

    TellFailureDelegate(FailedInterventions failed) {
        this.failed = failed;
    }

    @Override
    public void execute(DelegateExecution execution) {
        failed.tellAll(ExecutionVariables.of(execution).text(ProcessVariable.INTERVENTION));
    }
}
