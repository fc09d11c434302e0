package se.sip.need;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionTables;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormSituation;
import se.sip.unit.UnitKind;

/** Base level first, where the county says so: its table {@code basniva} (VGU-14). It never stops a case. */
@Component
class BaseLevels {

    private static final String TABLE = "basniva";
    private static final Set<UnitKind> SPECIALISTS = EnumSet.of(UnitKind.PSYCHIATRY, UnitKind.CHILD_PSYCHIATRY,
            UnitKind.HABILITATION, UnitKind.CHILD_YOUTH_CLINIC, UnitKind.HOSPITAL);
    private final BaseLevelRepository answers;
    private final DecisionTables tables;
    private final DecisionRecords decisions;
    private final Clock clock;

    BaseLevels(BaseLevelRepository answers, DecisionTables tables, DecisionRecords decisions, Clock clock) {
        this.answers = answers;
        this.tables = tables;
        this.decisions = decisions;
        this.clock = clock;
    }

    void check(String county, Audience audience, Set<UnitKind> needsFrom, BaseLevel.Answer answer, String reason,
            Faults faults) {
        switch (asked(county, audience, needsFrom, answer).text("outcome")) {
            case "ANSWER_REQUIRED" -> faults.add("baseLevel",
                    "Svara på om bedömning och insatser på basnivå har prövats först (VGU-14).");
            case "REASON_REQUIRED" -> faults.addIf(reason == null, "baseLevelReason",
                    "Skriv varför specialiserad vård behövs nu (VGU-14).");
            default -> { }
        }
    }

    /** Keeps the answer, and the decision with the clauses it rests on; nothing where nothing was answered. */
    void keep(FormSituation where, String caseNumber, Audience audience, Set<UnitKind> needsFrom,
            BaseLevel.Answer answer, String reason) {
        if (answer == null) {
            return;
        }
        answers.save(new BaseLevel(null, caseNumber, answer, reason, LocalDateTime.now(clock),
                where.staff().userId()));
        decisions.store(caseNumber, asked(where.county(), audience, needsFrom, answer), answer.name(), null);
    }

    Optional<BaseLevel> of(String caseNumber) {
        return answers.findFirstByCaseNumberOrderByIdDesc(caseNumber);
    }

    /** Whether the question is put at all to an adult who needs specialist care. */
    boolean isAsked(String county) {
        return asked(county, Audience.ADULT, SPECIALISTS, null).text("outcome").equals("ANSWER_REQUIRED");
    }

    private DecisionAnswer asked(String county, Audience audience, Set<UnitKind> needsFrom,
            BaseLevel.Answer answer) {
        return tables.evaluate(county, null, TABLE, Map.of("audience", audience.name(), "specialist",
                needsFrom != null && needsFrom.stream().anyMatch(SPECIALISTS::contains), "answer",
                answer == null ? "NOT_ANSWERED" : answer.name()));
    }
}
