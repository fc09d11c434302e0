package se.sip.correspondence.document;


/**
 * That a meeting is moved or cancelled. Never why: the reason may be health data.
 *
 * @param when the new time; of a cancelled meeting the time that falls away
 * @param calledAnew whether an invitation of its own follows
 */
public record MeetingChangePaper(
        String when, String place, String form, String digitalPreparation, boolean calledAnew) implements Paper {
}
