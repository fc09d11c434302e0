package se.sip.consent;

/** How a consent was given (VGU-46). The residents' page says in writing (VGV-23): the form warns of the others. */
public enum Manner {
    WRITTEN("skriftligt"),
    ORAL("muntligt"),
    /** For example a nod; how is noted. */
    OTHER("på annat sätt");

    private final String swedish;

    Manner(String swedish) {
        this.swedish = swedish;
    }

    String swedish() {
        return swedish;
    }
}
