package se.sip.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionTables;

/**
 * How long a consent may hold, from the table {@code samtyckestid}. A period of months or years ends on the same day
 * number, or on the last day of the month where it has no such day (lag 1930:173 1 §).
 */
@Component
class ConsentPeriod {

    private static final String TABLE = "samtyckestid";
    private final DecisionTables tables;

    ConsentPeriod(DecisionTables tables) {
        this.tables = tables;
    }

    /** The latest day a consent given on a day may hold to (VGU-63). */
    LocalDate longest(String county, LocalDate givenOn) {
        return moved(county, "LONGEST", givenOn, 1);
    }

    /** The day to remind that a consent is about to end. */
    LocalDate reminder(String county, LocalDate lastDay) {
        return moved(county, "REMIND_BEFORE", lastDay, -1);
    }

    /** The last day of a consent: as chosen, and never longer than it may be. */
    Optional<LocalDate> lastDay(String county, Consent consent) {
        var limit = consent.firstYesOn().or(() -> Optional.ofNullable(consent.groundOn()))
                .map(given -> longest(county, given));
        var chosen = consent.validUntil();
        return limit.map(day -> chosen != null && chosen.isBefore(day) ? chosen : day)
                .or(() -> Optional.ofNullable(chosen));
    }

    private LocalDate moved(String county, String rule, LocalDate from, int sign) {
        var answer = tables.evaluate(county, null, TABLE, Map.of("rule", rule));
        return moved(from, sign * answer.number("amount"), answer.text("unit"));
    }

    static LocalDate moved(LocalDate from, int amount, String unit) {
        return switch (unit) {
            case "YEARS" -> from.plusYears(amount);
            case "MONTHS" -> from.plusMonths(amount);
            case "DAYS" -> from.plusDays(amount);
            default -> throw new IllegalStateException("Table " + TABLE + " gives an unknown unit " + unit);
        };
    }
}
