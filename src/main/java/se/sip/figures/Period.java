package se.sip.figures;

import java.time.LocalDate;

/**
 * A year, or a quarter of one. No other periods: from two that overlap somebody could reckon out what is hidden in each.
 *
 * @param quarter 1 to 4; 0 for the whole year
 */
record Period(int year, int quarter) {

    Period {
        if (year < 2000 || year > 2999 || quarter < 0 || quarter > 4) {
            throw new IllegalArgumentException("No such period");
        }
    }

    LocalDate from() {
        return LocalDate.of(year, quarter == 0 ? 1 : 3 * quarter - 2, 1);
    }

    /** The day after the last. */
    LocalDate to() {
        return from().plusMonths(quarter == 0 ? 12 : 3);
    }

    public String swedish() {
        return quarter == 0 ? String.valueOf(year) : "kvartal " + quarter + " " + year;
    }
}
