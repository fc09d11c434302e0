package se.sip.event;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.Meetings;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in why the recommended date passed. */
@Component
class LateIntake implements FormIntake<LateForm> {

    private final LateMeetings late;
    private final Meetings meetings;
    private final CaseFiles cases;

    LateIntake(LateMeetings late, Meetings meetings, CaseFiles cases) {
        this.cases = cases;
        this.late = late;
        this.meetings = meetings;
    }

    @Override
    public String form() {
        return "forsenat";
    }

    @Override
    public Class<LateForm> type() {
        return LateForm.class;
    }

    @Override
    public void check(LateForm form, FormSituation where, Faults faults) {
        faults.addIf(form.newDate() != null && form.newDate().isBefore(where.today()), "newDate",
                "Det nya datumet kan inte ligga bakåt i tiden.");
    }

    @Override
    public void accept(LateForm form, FormSituation where) {
        late.explained(where.caseNumber(), form.reason(), form.newDate(), where.staff().userId());
        where.variables().set(ProcessVariable.MEETING_DUE_PASSED_AT,
                EngineDates.startOf(form.newDate().plusDays(1)));
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new HashMap<String, Object>();
        meetings.booked(where.caseNumber()).ifPresent(m -> known.put("newDate", m.startsAt().toLocalDate()));
        known.put("reason", cases.byNumber(where.caseNumber()).lateReason());
        return known;
    }
}
