package se.sip.monitoring;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A row of {@link SituationQuery#STATE}. The dates that end in {@code Past} have passed; null where they have not.
 *
 * @param since when what it waits for began
 * @param movedAt when something last happened in the case
 */
record State(String number, String county, String convenerUnit, Wait waitsFor, LocalDateTime since, LocalDateTime movedAt,
        LocalDateTime meetingAt, LocalDate followUpOn, LocalDate meetingPast, LocalDate answerPast, LocalDate callPast,
        LocalDate followUpPast, LocalDate taskPast, int unsent, LocalDateTime unsentSince, int stopped,
        LocalDateTime stoppedSince, int lateTimers, LocalDateTime lateTimerSince) {
}
