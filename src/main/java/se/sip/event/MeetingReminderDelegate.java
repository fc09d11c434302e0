package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${paminnOmMote}}: a week remains; the convener, and those who have named nobody, are reminded. */
@Component("paminnOmMote")
@CallableFromDiagram(name = "Påminn om mötet",
        does = "Den som sammankallar påminns om rekommenderad dag för mötet.")
class MeetingReminderDelegate implements JavaDelegate {

    private final LateMeetings late;

    MeetingReminderDelegate(LateMeetings late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        late.remind(variables.caseNumber());
    }
}
