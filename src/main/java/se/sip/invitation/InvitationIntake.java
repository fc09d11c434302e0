package se.sip.invitation;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.Meeting;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes {@code forms/kallelse.html} in: writes the invitations and books the meeting. Nothing is sent here. */
@Component
class InvitationIntake implements FormIntake<InvitationForm> {

    private final InvitationWriting writing;
    private final InvitationRules rules;

    InvitationIntake(InvitationWriting writing, InvitationRules rules) {
        this.writing = writing;
        this.rules = rules;
    }

    @Override
    public String form() {
        return "kallelse";
    }

    @Override
    public Class<InvitationForm> type() {
        return InvitationForm.class;
    }

    @Override
    public void check(InvitationForm form, FormSituation where, Faults faults) {
        rules.check(form, where, faults);
    }

    @Override
    public void accept(InvitationForm form, FormSituation where) {
        Meeting meeting = writing.write(where.caseNumber(), form);
        where.variables().setMoment(ProcessVariable.MEETING_AT, meeting.startsAt());
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return writing.known(where.caseNumber());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return writing.shown(where.caseNumber());
    }
}
