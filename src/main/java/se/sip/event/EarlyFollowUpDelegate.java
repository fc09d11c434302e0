package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${tidigUppfoljning}}: life has changed; the follow-up is called now. */
@Component("tidigUppfoljning")
@CallableFromDiagram(name = "Tidigarelägg uppföljning",
        does = "Uppföljningen tidigareläggs när livet förändras, och alla får veta.")
class EarlyFollowUpDelegate implements JavaDelegate {

    private final EarlyFollowUps followUps;

    EarlyFollowUpDelegate(EarlyFollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        followUps.callNow(variables.caseNumber(), variables.text(ProcessVariable.SUBJECT));
    }
}
