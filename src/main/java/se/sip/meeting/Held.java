package se.sip.meeting;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What is recorded once a meeting has been held.
 *
 * @param personTookPart whether the person did; otherwise why not, and how they were heard instead
 * @param planAgreed whether the family agreed that a plan is made; null where that was not asked at the meeting
 */
public record Held(
        LocalDateTime from,
        LocalDateTime to,
        List<Attendance> attendance,
        boolean personTookPart,
        String personAbsentWhy,
        String personHeardHow,
        GuardianPart guardianPart,
        String guardianPartNote,
        Boolean planAgreed) {
}
