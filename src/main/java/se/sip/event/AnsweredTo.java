package se.sip.event;

/** What was answered: whose answer it is that is corrected. */
public enum AnsweredTo {
    INVITATION("En enhets svar på kallelsen"),
    CONSENT("Någons svar om samtycke"),
    MEETING("Om en enhet var med på mötet");

    private final String swedish;

    AnsweredTo(String swedish) {
        this.swedish = swedish;
    }

    String swedish() {
        return swedish;
    }
}
