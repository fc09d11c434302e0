package se.sip.meeting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.EndKind;
import se.sip.engine.ProcessVariable;
import se.sip.preparation.Preparation;
import se.sip.preparation.Preparations;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Records the planning meeting. A no to the plan ends the process without plan and code; the meeting was held. */
@Component
class MeetingRecordIntake implements FormIntake<MeetingRecordForm> {

    private final Meetings meetings;
    private final HeldMeetingRules rules;
    private final LiveConsent consent;
    private final Preparations preparations;

    MeetingRecordIntake(Meetings meetings, HeldMeetingRules rules, LiveConsent consent, Preparations preparations) {
        this.meetings = meetings;
        this.rules = rules;
        this.consent = consent;
        this.preparations = preparations;
    }

    @Override
    public String form() {
        return "mote";
    }

    @Override
    public Class<MeetingRecordForm> type() {
        return MeetingRecordForm.class;
    }

    @Override
    public void check(MeetingRecordForm form, FormSituation where, Faults faults) {
        if (form.tookPlace() == null) {
            return;
        }
        if (!form.tookPlace()) {
            faults.addIf(isBlank(form.notHeldWhy()), "notHeldWhy", "Skriv varför mötet inte hölls.");
            return;
        }
        rules.check(form, where, faults);
        rules.checkParties(form, where, "SIP-mötet", faults);
        faults.addIf(form.allPrepared() == null, "allPrepared", "Ange om alla var förberedda.");
        faults.addIf(Boolean.FALSE.equals(form.allPrepared()) && isBlank(form.unpreparedNote()), "unpreparedNote",
                "Skriv vad som saknades i förberedelserna.");
        faults.addIf(form.planConsent() == null && consent.planIsLeftToMeeting(where.caseNumber()), "planConsent",
                "Om en plan görs skulle avgöras på mötet. Ange om samtycke till en plan finns.");
    }

    @Override
    public void accept(MeetingRecordForm form, FormSituation where) {
        if (!form.tookPlace()) {
            meetings.cancel(where.caseNumber(), form.notHeldWhy());
            where.variables().set(ProcessVariable.MEETING_OUTCOME, "NOT_HELD");
            return;
        }
        boolean asked = consent.planIsLeftToMeeting(where.caseNumber());
        Boolean planAgreed = asked ? form.planConsent() : null;
        rules.keep(form, where, rules.held(form, where, form.allPrepared(), form.unpreparedNote(), planAgreed));
        if (asked) {
            consent.decidePlan(where.caseNumber(), planAgreed, form.heldOn());
        }
        boolean refused = Boolean.FALSE.equals(planAgreed);
        where.variables().set(ProcessVariable.MEETING_OUTCOME, refused ? "PLAN_REFUSED" : "HELD");
        if (refused) {
            where.variables().set(ProcessVariable.END_KIND, EndKind.CONSENT_REFUSED.name());
        }
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new LinkedHashMap<>(rules.known(where));
        known.put("asksPlanConsent", consent.planIsLeftToMeeting(where.caseNumber()));
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var shown = new LinkedHashMap<>(rules.choices(where));
        shown.put("participation", preparations.of(where.caseNumber()).map(Preparation::agreedParticipation).orElse(""));
        return shown;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
