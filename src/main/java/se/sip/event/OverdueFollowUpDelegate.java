package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${meddelaForsenadUppfoljning}}: the day of the follow-up has passed and it has not been held. */
@Component("meddelaForsenadUppfoljning")
@CallableFromDiagram(name = "Meddela chefen att uppföljningen dröjer",
        does = "Huvudansvarigs chef får veta att uppföljningen inte har hållits.")
class OverdueFollowUpDelegate implements JavaDelegate {

    private final OverdueFollowUps overdue;

    OverdueFollowUpDelegate(OverdueFollowUps overdue) {
        this.overdue = overdue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        overdue.tell(execution.getProcessBusinessKey());
    }
}
