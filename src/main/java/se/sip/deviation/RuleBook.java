package se.sip.deviation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.deadline.Deadlines;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;

/**
 * What a county's rules rest on, and the reminder that it is to be revised: the tables {@code regelverk} and
 * {@code frister}. The ledningsgrupp owns Borlänge's checklist (BOR-02, BOR-03).
 */
@Component
class RuleBook {

    private static final String NONE = "INGET";

    private final DecisionTables tables;
    private final Deadlines deadlines;
    private final Clock clock;

    RuleBook(DecisionTables tables, Deadlines deadlines, Clock clock) {
        this.tables = tables;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** That the rules of one of the counties are to be revised, from the reminder's day on; empty before it. */
    Optional<String> reminder(Set<String> counties) {
        return counties.stream().map(this::reminder).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> reminder(String county) {
        if (!tables.has(county, "regelverk")) {
            return Optional.empty();
        }
        DecisionAnswer book = tables.evaluate(county, null, "regelverk", Map.of("vad", "lanet"));
        if (NONE.equals(book.text("dokument"))) {
            return Optional.empty();
        }
        LocalDate reviseBy = LocalDate.parse(book.text("revideras"));
        LocalDate today = LocalDate.now(clock);
        if (today.isBefore(deadlines.of(county, "paminn_revidering", reviseBy).lastDay())) {
            return Optional.empty();
        }
        return Optional.of(book.text("dokument") + (today.isAfter(reviseBy) ? " skulle ha reviderats senast "
                : " bör revideras senast ") + reviseBy + ". Den beslutades " + book.text("beslutat") + " ("
                + book.text("diarienummer") + ").");
    }
}
