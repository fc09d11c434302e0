package se.sip.meeting;

import org.springframework.data.relational.core.mapping.Table;

/**
 * One invited party at the meeting.
 *
 * @param party key of the party, see {@link Party}
 * @param name of the unit or other party
 * @param who came for it
 * @param workRole what that person is: teacher, psychologist
 * @param mandate whether that person may promise interventions for the unit; null when nobody came
 * @param substitute whether another came than the one named in the answer
 */
@Table("meeting_attendance")
public record Attendance(
        String party, String name, boolean present, String who, String workRole, Boolean mandate,
        boolean substitute, String absentWhy) {

    /** Whether this row can confirm interventions of its own unit (VGU-124). */
    public boolean canConfirm() {
        return present && Boolean.TRUE.equals(mandate);
    }
}
