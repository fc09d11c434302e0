package se.sip.invitation;

/** What a recipient can answer. The name is the value of the process variable {@code answer}. */
public enum AnswerKind {
    ATTENDS("Deltar"),
    /** A substitute is named; one who is called and finds none gives a reason (VGU-82, VGV-11). */
    PREVENTED("Har förhinder"),
    /** Open to the invited only: who is called has a duty to take part (VGV-11, VGU-89). */
    DECLINES("Avstår"),
    /** The person is not known there; the right unit is to be found within the principal (VGU-103). */
    WRONG_UNIT("Fel mottagare");

    private final String swedish;

    AnswerKind(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
