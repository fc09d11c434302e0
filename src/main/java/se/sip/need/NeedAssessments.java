package se.sip.need;

import static se.sip.checklist.Checklist.Question.CONCERN;
import static se.sip.checklist.Checklist.Question.FIVE_QUESTIONS;
import static se.sip.checklist.Checklist.Question.INFORMATION;
import static se.sip.checklist.Checklist.Question.MORE_ACTORS;
import static se.sip.checklist.Checklist.Question.MUST_COORDINATE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseLog;
import se.sip.checklist.Checklist;
import se.sip.checklist.Checklist.Question;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormSituation;

/**
 * Assessing a need by the county's checklist before a SIP is started: whether more actors are needed and have to be
 * coordinated, whether all is known that a call takes, and that 5 frågor has been used (BOR-17 to BOR-20).
 */
@Service
@Transactional
public class NeedAssessments {

    private final NeedAssessmentRepository assessments;
    private final Checklist checklist;
    private final CaseLog log;
    private final Clock clock;

    NeedAssessments(NeedAssessmentRepository assessments, Checklist checklist, CaseLog log, Clock clock) {
        this.assessments = assessments;
        this.checklist = checklist;
        this.log = log;
        this.clock = clock;
    }

    /** The newest of a case; none where the county has no checklist. */
    @Transactional(readOnly = true)
    public Optional<NeedAssessment> of(String caseNumber) {
        return assessments.findFirstByCaseNumberOrderByIdDesc(caseNumber);
    }

    boolean isAsked(String county, Audience audience) {
        return checklist.asks(county, audience, FIVE_QUESTIONS);
    }

    void check(String county, Audience audience, AssessedNeed form, LocalDate today, Faults faults) {
        if (!isAsked(county, audience)) {
            return;
        }
        ask(county, audience, MORE_ACTORS, form.moreActors(), "moreActors", faults);
        ask(county, audience, MUST_COORDINATE, form.mustCoordinate(), "mustCoordinate", faults);
        checklist.check(county, audience, INFORMATION, form.informationComplete(), "informationComplete",
                form.informationMissing(), "informationMissing", faults);
        ask(county, audience, FIVE_QUESTIONS, form.fiveQuestionsUsed(), "fiveQuestionsUsed", faults);
        ask(county, audience, CONCERN, form.knowsDutyToReport(), "knowsDutyToReport", faults);
        if (Boolean.TRUE.equals(form.fiveQuestionsUsed())) {
            faults.addIf(form.fiveQuestionsOn() == null, "fiveQuestionsOn",
                    "Fyll i dagen då 5 frågor användes (BOR-20).");
            faults.addIf(form.fiveQuestionsOn() != null && form.fiveQuestionsOn().isAfter(today), "fiveQuestionsOn",
                    "Dagen kan inte ligga framåt i tiden.");
            faults.addIf(form.fiveQuestionsBy() == null || form.fiveQuestionsBy().isBlank(), "fiveQuestionsBy",
                    "Skriv vem som använde 5 frågor (BOR-20).");
        }
    }

    private void ask(String county, Audience audience, Question question, Boolean yes, String field, Faults faults) {
        checklist.check(county, audience, question, yes, field, faults);
    }

    /** Keeps what was answered; nothing where the county does not ask. */
    void keep(FormSituation where, String caseNumber, Audience audience, AssessedNeed form) {
        if (!isAsked(where.county(), audience)) {
            return;
        }
        assessments.save(new NeedAssessment(null, caseNumber, form.moreActors(), form.mustCoordinate(),
                form.informationComplete(), form.informationComplete() ? null : form.informationMissing(),
                form.fiveQuestionsOn(), form.fiveQuestionsBy(), form.firstAnswer(), form.secondAnswer(),
                form.thirdAnswer(), form.fourthAnswer(), form.fifthAnswer(), LocalDateTime.now(clock),
                where.staff().userId()));
        log.add(caseNumber, "CHECKLIST_USED", "5 frågor användes " + form.fiveQuestionsOn() + ".");
    }

    /** What was answered before, for whoever judges anew. Knowing of the duty to report is confirmed each time. */
    Map<String, Object> known(String caseNumber) {
        var known = new HashMap<String, Object>();
        of(caseNumber).ifPresent(a -> {
            known.put("moreActors", a.moreActors());
            known.put("mustCoordinate", a.mustCoordinate());
            known.put("informationComplete", a.informationComplete());
            known.put("informationMissing", a.informationMissing());
            known.put("fiveQuestionsUsed", true);
            known.put("fiveQuestionsOn", a.fiveQuestionsOn());
            known.put("fiveQuestionsBy", a.fiveQuestionsBy());
            known.put("firstAnswer", a.firstAnswer());
            known.put("secondAnswer", a.secondAnswer());
            known.put("thirdAnswer", a.thirdAnswer());
            known.put("fourthAnswer", a.fourthAnswer());
            known.put("fifthAnswer", a.fifthAnswer());
        });
        return known;
    }

    /** What was said to be missing for a call (BOR-19); empty where nothing is. */
    @Transactional(readOnly = true)
    public String missing(String caseNumber) {
        return of(caseNumber).map(NeedAssessment::informationMissing).orElse("");
    }
}
