package se.sip.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;

/** Turns the field's calendar dates into the only type the engine's timers and due dates take. */
public final class EngineDates {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private EngineDates() {
    }

    public static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZONE).toInstant());
    }

    /** A task is due at 23:59 of its last day; the limit itself ends when the day ends (lag 1930:173). */
    public static Date endOf(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant());
    }

    public static Date at(LocalDateTime moment) {
        return Date.from(moment.atZone(ZONE).toInstant());
    }

    public static LocalDate dayOf(Date date) {
        return date.toInstant().atZone(ZONE).toLocalDate();
    }
}
