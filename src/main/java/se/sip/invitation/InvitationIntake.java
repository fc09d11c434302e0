package se.sip.invitation;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingLength;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes {@code forms/kallelse.html} in: writes the invitations and books the meeting. Nothing is sent here. */
@Component
class InvitationIntake implements FormIntake<InvitationForm> {

    private final InvitationWriting writing;
    private final InvitationRules rules;
    private final MeetingLength length;

    InvitationIntake(InvitationWriting writing, InvitationRules rules, MeetingLength length) {
        this.length = length;
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
        length.check(where.county(), form.startTime(), form.endTime(), "breakPlanned", form.breakPlanned(),
                form.lengthWhy(), faults);
    }

    @Override
    public void accept(InvitationForm form, FormSituation where) {
        Meeting meeting = writing.write(where.caseNumber(), form);
        if (form.breakPlanned() != null || form.lengthWhy() != null) {
            length.keep(meeting.id(), form.breakPlanned(), form.lengthWhy());
        }
        where.variables().setMoment(ProcessVariable.MEETING_AT, meeting.startsAt());
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new HashMap<>(writing.known(where.caseNumber()));
        known.put("lengthRuled", length.rule(where.county()).isPresent());
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var shown = new HashMap<>(writing.shown(where.caseNumber()));
        shown.put("lengthRule", length.rule(where.county()).orElse(""));
        return shown;
    }
}
