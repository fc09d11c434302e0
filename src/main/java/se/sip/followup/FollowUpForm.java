package se.sip.followup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import se.sip.followup.FollowUp.GoalChange;
import se.sip.meeting.AttendanceRow;
import se.sip.meeting.GuardianPart;
import se.sip.meeting.HeldMeeting;

/**
 * {@code forms/uppfoljning.html}: a follow-up, as it was held. Of one that was not held only the reason is demanded.
 *
 * @param hasGuardian shows the question of the guardians; the server reads the records, not this
 * @param lengthRuled shows the questions of the length; the server asks the county's table, not this
 * @param goals whether the goals have been reached, the first of VGU-151's five
 * @param newInformation for example school or address
 * @param interventionsDone which interventions were carried out
 * @param effect on short and long term
 * @param otherInterventions whether others are needed
 * @param asksCollaboration shows the question of the collaboration; the server asks the county's table, not this
 * @param collaborationWorks whether the actors' collaboration is established and works (HAL-123)
 * @param asksCoordination shows the questions of the need of coordination; the server asks the county's table, not this
 * @param coordinationRemains whether the need of coordination remains (BOR-71)
 * @param judgedTogether whether that was judged together with the child and the guardians (BOR-73)
 * @param judgedNote why it was not
 * @param familyCopy how the family gets the summary; by post where nothing is answered
 */
record FollowUpForm(
        @NotNull(message = "Ange om uppföljningen hölls.") Boolean tookPlace,
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
        Boolean lengthRuled,
        Boolean breakTaken,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String lengthWhy,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String goals,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String newInformation,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String interventionsDone,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String effect,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String otherInterventions,
        Boolean needFromRegion,
        Boolean needFromMunicipality,
        GoalChange goalChange,
        Boolean asksCollaboration,
        Boolean collaborationWorks,
        Boolean asksCoordination,
        Boolean coordinationRemains,
        Boolean judgedTogether,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String judgedNote,
        FamilyCopy familyCopy) implements HeldMeeting {

    /** How the family gets the summary. */
    enum FamilyCopy {
        HANDED_OVER,
        BY_POST
    }

    boolean byPost() {
        return familyCopy != FamilyCopy.HANDED_OVER;
    }
}
