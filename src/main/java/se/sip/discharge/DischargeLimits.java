package se.sip.discharge;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.deadline.WorkingDays;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.engine.EngineDates;

/**
 * Counts the limits of the table {@code utskrivning_frister}. Hours are elapsed time, also when the clock is put
 * forward or back; days are calendar days, and the whole last day counts (VGU-99).
 */
@Component
class DischargeLimits {

    private static final String TABLE = "utskrivning_frister";
    private static final LocalTime NOON = LocalTime.NOON;
    private static final int MOST_DAYS_OFF = 10;
    private final DecisionTables tables;
    private final WorkingDays workingDays;

    DischargeLimits(DecisionTables tables, WorkingDays workingDays) {
        this.tables = tables;
        this.workingDays = workingDays;
    }

    /** The last day of a rule that counts from (or before) a day. */
    LocalDate lastDay(String county, String rule, LocalDate from) {
        DecisionAnswer row = tables.evaluate(county, null, TABLE, Map.of("rule", rule));
        ChronoUnit unit = ChronoUnit.valueOf(row.text("unit"));
        return "before".equals(row.text("direction")) ? from.minus(row.number("amount"), unit)
                : from.plus(row.number("amount"), unit);
    }

    /** The notice is in time up to and including this moment (LUS 2:3). */
    LocalDateTime noticeDue(String county, LocalDateTime from) {
        DecisionAnswer row = tables.evaluate(county, null, TABLE, Map.of("rule", "inskrivning"));
        return LocalDateTime.ofInstant(from.atZone(EngineDates.ZONE).toInstant()
                .plus(Duration.of(row.number("amount"), ChronoUnit.valueOf(row.text("unit")))), EngineDates.ZONE);
    }

    /** Last day of the call: calendar days from the day the notice was sent (VGU-99, LUS 4:3). */
    LocalDate callDue(String county, LocalDateTime readySentAt) {
        return lastDay(county, "kallelse", readySentAt.toLocalDate());
    }

    /** The last working day up to the last day; holidays count for the reminder only. */
    LocalDate reminderOn(LocalDate callDue) {
        return workingDays.lastOnOrBefore(callDue);
    }

    /**
     * Where lag (1930:173) 2 § could move LUS 4:3's own limit; the county's calendar days hold all the same. The same
     * day where the limit ends on a working day.
     */
    LocalDate sundayRule(LocalDate callDue) {
        LocalDate day = callDue;
        for (int i = 0; i < MOST_DAYS_OFF && !workingDays.isWorkingDay(day); i++) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** First day the municipality can be liable to pay; a day later for a notice sent after twelve (LUS 5:3, 5:4). */
    LocalDate liableFrom(String county, LocalDateTime readySentAt) {
        String rule = readySentAt.toLocalTime().isAfter(NOON) ? "betalning_efter_tolv" : "betalning";
        return lastDay(county, rule, readySentAt.toLocalDate());
    }
}
