package se.sip.meeting;

/**
 * One invited party at the meeting.
 *
 * @param participantId the case's participant, null for somebody who came besides
 * @param unitId null for somebody outside the register
 * @param name of the unit or party
 * @param who came for it
 * @param workRole what that person is: teacher, psychologist
 * @param mandate whether that person may promise interventions for the unit; null when nobody came
 * @param substitute who came or will come instead of the one named in the answer
 */
public record Attendance(
        Long participantId,
        String unitId,
        String name,
        boolean present,
        String who,
        String workRole,
        Boolean mandate,
        String substitute,
        String absentWhy) {

    /** Whether this row can confirm interventions of its own unit (VGU-124). */
    public boolean canConfirm() {
        return present && Boolean.TRUE.equals(mandate) && unitId != null;
    }
}
