package se.sip.meeting;

/** A meeting of the case was held: whoever still waited for it waits no longer. Told in the same transaction. */
public record MeetingHeld(String caseNumber) {
}
