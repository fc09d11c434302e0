package se.sip.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * {@code forms/mote.html}: the planning meeting, as it was held. Of a meeting that was not held only the reason is
 * demanded, so {@link HeldMeetingRules} demands the rest.
 *
 * @param tookPlace whether the meeting was held; otherwise the invitation starts anew
 * @param hasGuardian shows the question of the guardians; the server reads the records, not this
 * @param lengthRuled shows the questions of the length; the server asks the county's table, not this
 * @param asksPlanConsent shows the question of the plan; the server reads the records, not this
 * @param planConsent whether the family agrees that a plan is made, where that was left to the meeting (VGU-65)
 */
record MeetingRecordForm(
        @NotNull(message = "Ange om mötet hölls.") Boolean tookPlace,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String notHeldWhy,
        LocalDate heldOn,
        LocalTime startedAt,
        LocalTime endedAt,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String documenter,
        List<@Valid AttendanceRow> attendance,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String othersPresent,
        Boolean personTookPart,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String personAbsentWhy,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String personHeardHow,
        Boolean hasGuardian,
        GuardianPart guardianPart,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String guardianPartNote,
        Boolean allPrepared,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String unpreparedNote,
        Boolean lengthRuled,
        Boolean breakTaken,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String lengthWhy,
        Boolean asksPlanConsent,
        Boolean planConsent) implements HeldMeeting {
}
