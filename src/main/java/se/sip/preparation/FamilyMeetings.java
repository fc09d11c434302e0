package se.sip.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseLog;
import se.sip.checklist.Checklist;
import se.sip.checklist.Checklist.Question;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormSituation;

/** Meeting the family before anyone is called, where the county's checklist asks for it (BOR-09, BOR-26, BOR-33). */
@Component
class FamilyMeetings {

    private final FamilyMeetingRepository meetings;
    private final Checklist checklist;
    private final CaseLog log;
    private final Clock clock;

    FamilyMeetings(FamilyMeetingRepository meetings, Checklist checklist, CaseLog log, Clock clock) {
        this.meetings = meetings;
        this.checklist = checklist;
        this.log = log;
        this.clock = clock;
    }

    boolean isAsked(CaseFile caseFile) {
        return checklist.asks(caseFile.county(), caseFile.audience(), Question.MET_FAMILY);
    }

    void check(PreparationForm form, CaseFile caseFile, LocalDate today, Faults faults) {
        Boolean met = form.metOn() == null ? null : Boolean.TRUE;
        checklist.check(caseFile.county(), caseFile.audience(), Question.MET_FAMILY, met, "metOn", faults);
        checklist.check(caseFile.county(), caseFile.audience(), Question.NO_PRIORITY, form.noPriorityTold(),
                "noPriorityTold", faults);
        checklist.check(caseFile.county(), caseFile.audience(), Question.QUESTIONS,
                form.questions().isEmpty() ? null : Boolean.TRUE, "questions", faults);
        faults.addIf(form.metOn() != null && form.metOn().isAfter(today), "metOn",
                "Mötet med barnet och vårdnadshavarna ska ha hållits. Dagen kan inte ligga framåt i tiden.");
    }

    void keep(PreparationForm form, CaseFile caseFile, FormSituation where) {
        if (!isAsked(caseFile)) {
            return;
        }
        meetings.save(new FamilyMeeting(null, caseFile.number(), form.metOn(), LocalDateTime.now(clock),
                where.staff().userId()));
        log.add(caseFile.number(), "FAMILY_MET", "Träffade barnet och vårdnadshavarna " + form.metOn()
                + ". De har fått veta att en SIP inte ger förtur.");
    }

    void recall(CaseFile caseFile, Map<String, Object> known) {
        known.put("asksFamilyMeeting", isAsked(caseFile));
        meetings.findFirstByCaseNumberOrderByIdDesc(caseFile.number()).ifPresent(m -> {
            known.put("metOn", m.metOn());
            known.put("noPriorityTold", true);
        });
    }
}
