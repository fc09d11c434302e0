package se.sip.invitation;

/** How an answer reached the convener from a unit that has no login. */
public enum AnswerWay {
    PHONE("Telefon"),
    MAIL("E-post"),
    LETTER("Brev"),
    IN_PERSON("Vid ett möte");

    private final String swedish;

    AnswerWay(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
