package se.sip.consent;

/** How a consent was given (VGU-46, HAL-45). Which of them a county prefers stands in {@code samtyckesformer}. */
public enum Manner {
    WRITTEN("skriftligt"),
    ORAL("muntligt"),
    /** For example a nod; how is noted. */
    OTHER("på annat sätt");

    private final String swedish;

    Manner(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
