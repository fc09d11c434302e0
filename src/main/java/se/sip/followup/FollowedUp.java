package se.sip.followup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${uppfoljningar}}: what a gateway asks of the follow-ups, as when a closed case is taken up again. */
@Component("uppfoljningar")
@CallableFromDiagram
public class FollowedUp {

    private final FollowUps followUps;

    FollowedUp(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** Whether the plan in force has had its follow-up; then it is to be revised, not followed up twice. */
    public boolean redanHallen(DelegateExecution execution) {
        return followUps.isHeldForPlanInForce(execution.getProcessBusinessKey());
    }
}
