package se.sip.correspondence.document;

/** What a follow-up came to (VGU-149 to VGU-153). */
public record FollowUpPaper(
        String heldOn, String goals, String newInformation, String interventionsDone, String effect,
        String otherInterventions, String outcome) implements Paper {
}
