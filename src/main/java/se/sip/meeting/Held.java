package se.sip.meeting;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What is recorded once a meeting has been held.
 *
 * @param documenter who wrote, if another than the one named before the meeting
 * @param othersPresent persons the family wished to have with them, and others who came besides
 * @param personTookPart whether the person did; otherwise why not, and how they were heard instead
 * @param allPrepared whether all were prepared (VGU-111); null where it was not asked
 * @param planAgreed whether the family agreed that a plan is made; null where that was not asked at the meeting
 */
public record Held(
        LocalDateTime from,
        LocalDateTime to,
        String documenter,
        List<Attendance> attendance,
        String othersPresent,
        boolean personTookPart,
        String personAbsentWhy,
        String personHeardHow,
        GuardianPart guardianPart,
        String guardianPartNote,
        Boolean allPrepared,
        String unpreparedNote,
        Boolean planAgreed) {
}
