package se.sip.correspondence.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as they are written in a letter. */
public final class Swedish {

    private static final Locale SV = Locale.forLanguageTag("sv-SE");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", SV);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", SV);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", SV);

    private Swedish() {
    }

    /** {@code 12 mars 2026}; null for null. */
    public static String day(LocalDate day) {
        return day == null ? null : day.format(DAY);
    }

    /** {@code torsdag 19 mars 2026 kl. 13.00–14.30}. */
    public static String span(LocalDateTime from, LocalDateTime to) {
        return from.format(WEEKDAY) + " kl. " + from.format(TIME) + "–" + to.format(TIME);
    }
}
