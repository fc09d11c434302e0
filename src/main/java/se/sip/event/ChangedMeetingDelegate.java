package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.closure.NoticeKind;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${meddelaAndratMote}}: those called and the family learn that the meeting changes, without the reason. */
@Component("meddelaAndratMote")
@CallableFromDiagram(name = "Meddela ändrat möte",
        does = "De kallade, de inbjudna och den som planen gäller får veta att mötet flyttas eller ställs in, utan skäl. "
                + "Därefter kallas det på nytt.")
class ChangedMeetingDelegate implements JavaDelegate {

    private final Sharing sharing;

    ChangedMeetingDelegate(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        String kind = variables.text(ProcessVariable.EVENT);
        sharing.callAnew(variables.caseNumber(),
                kind == null ? NoticeKind.MEETING_CANCELLED : NoticeKind.valueOf(kind));
        variables.set(ProcessVariable.EVENT, null);
    }
}
