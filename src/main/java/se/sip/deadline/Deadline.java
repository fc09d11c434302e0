package se.sip.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import se.sip.casefile.Codes;

/**
 * A limit of the field.
 *
 * @param lastDay the day it ends; the whole day counts
 * @param clauses the clauses it rests on
 * @param why one Swedish sentence
 */
public record Deadline(LocalDate lastDay, Strength strength, Codes clauses, String why) {

    /** Midnight after the last day: from then on the limit has passed. */
    public LocalDateTime passedAt() {
        return lastDay.plusDays(1).atStartOfDay();
    }

    public boolean hasPassedOn(LocalDate day) {
        return day.isAfter(lastDay);
    }
}
