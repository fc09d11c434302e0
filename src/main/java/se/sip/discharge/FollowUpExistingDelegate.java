package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${foljUppBefintlig}}: the existing SIP is followed up early. */
@Component("foljUppBefintlig")
@CallableFromDiagram(name = "Tidigarelägg uppföljningen",
        does = "Uppföljningen av den befintliga SIP:en tidigareläggs, alla får veta.")
class FollowUpExistingDelegate implements JavaDelegate {

    private final Plannings plannings;

    FollowUpExistingDelegate(Plannings plannings) {
        this.plannings = plannings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plannings.followUpExisting(execution.getProcessBusinessKey());
    }
}
