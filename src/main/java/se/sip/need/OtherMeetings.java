package se.sip.need;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionTables;

/** What the county has instead of a SIP: the table {@code annan_motesform} (HAL-17, HAL-18). */
@Service
@Transactional
public class OtherMeetings {

    private static final String TABLE = "annan_motesform";
    private static final String NONE = "NONE";

    private final OtherMeetingRepository meetings;
    private final DecisionTables tables;
    private final DecisionRecords decisions;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Clock clock;

    OtherMeetings(OtherMeetingRepository meetings, DecisionTables tables, DecisionRecords decisions, CaseFiles cases,
            CaseLog log, Clock clock) {
        this.meetings = meetings;
        this.tables = tables;
        this.decisions = decisions;
        this.cases = cases;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A form of meeting that the county offers.
     *
     * @param label in Swedish
     */
    public record Alternative(String value, String label) {
    }

    /** Empty where the county has none. */
    @Transactional(readOnly = true)
    public List<Alternative> offered(CaseFile caseFile) {
        return offered(answer(caseFile));
    }

    /** In a case of a child; before it is known whose case it is. */
    @Transactional(readOnly = true)
    public List<Alternative> offeredIn(String county) {
        return offered(answer(county, Audience.CHILD));
    }

    private static List<Alternative> offered(DecisionAnswer answer) {
        return answer.rows().stream().filter(row -> !NONE.equals(row.get("form")))
                .map(row -> new Alternative((String) row.get("form"), (String) row.get("text"))).toList();
    }

    @Transactional(readOnly = true)
    public Optional<OtherMeeting> of(String caseNumber) {
        return meetings.findFirstByCaseNumberOrderByIdDesc(caseNumber);
    }

    /** Keeps the choice with its assessment and reason. It is no denial: the parties meet, in another form. */
    public void decide(String caseNumber, String form, String assessment, String reason, String by) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        DecisionAnswer answer = answer(caseFile);
        meetings.save(new OtherMeeting(null, caseNumber, form, assessment, reason, answer.clauses(),
                LocalDateTime.now(clock), by));
        decisions.store(caseNumber, answer, form, null);
        cases.save(caseFile.withEndReason(reason));
        log.add(caseNumber, "OTHER_MEETING", label(caseFile, form) + ". " + reason);
    }

    private String label(CaseFile caseFile, String form) {
        return offered(caseFile).stream().filter(a -> a.value().equals(form)).map(Alternative::label).findFirst()
                .orElse("");
    }

    private DecisionAnswer answer(CaseFile caseFile) {
        return answer(caseFile.county(), caseFile.audience());
    }

    private DecisionAnswer answer(String county, Audience audience) {
        return tables.evaluate(county, null, TABLE, Map.of("audience", audience.name()));
    }
}
