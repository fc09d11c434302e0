package se.sip.invitation;

import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody a recipient sends to the meeting (VGU-81).
 *
 * @param workRole what that person is: teacher, psychologist
 * @param mandate whether that person may promise interventions for the unit
 * @param substitute comes in place of the one who is prevented (VGU-82)
 */
@Table("invitation_attendee")
public record Attendee(String name, String workRole, boolean mandate, boolean substitute) {
}
