package se.sip.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${meddelaForsenadUppfoljning}}: the day of the follow-up has passed and it has not been held. */
@Component("meddelaForsenadUppfoljning")
@CallableFromDiagram
class OverdueFollowUpDelegate implements JavaDelegate {

    private final FollowUps followUps;

    OverdueFollowUpDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.overdue(execution.getProcessBusinessKey());
    }
}
