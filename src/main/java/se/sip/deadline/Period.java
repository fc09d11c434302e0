package se.sip.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A span of calendar time, counted by lag (1930:173) 1 §: weeks end on the weekday they began, months and years on
 * the day of the same number, or on the last day of a month that has no such day. Weekends and holidays count.
 */
record Period(int amount, ChronoUnit unit, boolean before) {

    static Period of(int amount, String unit, String direction) {
        if (!direction.equals("after") && !direction.equals("before")) {
            throw new IllegalArgumentException("Table frister: direction '" + direction + "' is not after or before");
        }
        ChronoUnit counted = switch (unit) {
            case "DAYS" -> ChronoUnit.DAYS;
            case "WEEKS" -> ChronoUnit.WEEKS;
            case "MONTHS" -> ChronoUnit.MONTHS;
            case "YEARS" -> ChronoUnit.YEARS;
            default -> throw new IllegalArgumentException("Table frister: unit '" + unit
                    + "' is none of DAYS, WEEKS, MONTHS, YEARS");
        };
        return new Period(amount, counted, direction.equals("before"));
    }

    /** {@code LocalDate} clips to the month's last day, as the law does. */
    LocalDate from(LocalDate day) {
        return before ? day.minus(amount, unit) : day.plus(amount, unit);
    }
}
