package se.sip.deadline;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseFile;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;

/** Counts limits from the county's table {@code frister}, where each has its length, strength and clauses. */
@Service
public class Deadlines {

    private static final String TABLE = "frister";
    private final DecisionTables tables;

    Deadlines(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * @param rule the row of the table, such as {@code motet}
     * @param from the day the limit counts from; for a row {@code before}, the day it counts back from
     * @throws se.sip.engine.UncoveredInputException where the table has no such row
     */
    public Deadline of(String county, String rule, LocalDate from) {
        return of(county, null, rule, from);
    }

    /** By the table of the version that the case is on. */
    public Deadline of(CaseFile caseFile, String rule, LocalDate from) {
        return counted(tables.evaluate(caseFile, TABLE, Map.of("rule", rule)), from);
    }

    /** @param processDefinitionId the running process, whose own version of the table holds; null for that of the process at work, or the latest */
    public Deadline of(String county, String processDefinitionId, String rule, LocalDate from) {
        return counted(tables.evaluate(county, processDefinitionId, TABLE, Map.of("rule", rule)), from);
    }

    private static Deadline counted(DecisionAnswer row, LocalDate from) {
        var period = Period.of(row.number("amount"), row.text("unit"), row.text("direction"));
        return new Deadline(period.from(from), Strength.of(row.text("strength")), row.clauses(), row.why());
    }
}
