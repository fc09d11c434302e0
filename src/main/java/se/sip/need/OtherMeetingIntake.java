package se.sip.need;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in which form of meeting is held when it is not a SIP. */
@Component
class OtherMeetingIntake implements FormIntake<OtherMeetingForm> {

    private final OtherMeetings meetings;
    private final CaseFiles cases;

    OtherMeetingIntake(OtherMeetings meetings, CaseFiles cases) {
        this.meetings = meetings;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "annan_motesform";
    }

    @Override
    public Class<OtherMeetingForm> type() {
        return OtherMeetingForm.class;
    }

    @Override
    public void check(OtherMeetingForm form, FormSituation where, Faults faults) {
        faults.addIf(form.meetingType() != null && meetings.offered(cases.byNumber(where.caseNumber())).stream()
                .noneMatch(a -> a.value().equals(form.meetingType())), "meetingType", "Välj bland dem som visas.");
    }

    @Override
    public void accept(OtherMeetingForm form, FormSituation where) {
        meetings.decide(where.caseNumber(), form.meetingType(), form.assessment(), form.reason(),
                where.staff().userId());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return Map.of("meetingTypes", meetings.offered(cases.byNumber(where.caseNumber())));
    }
}
