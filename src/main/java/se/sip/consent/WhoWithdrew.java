package se.sip.consent;

/** Who took a consent back. One of them is enough (VGU-158). */
public enum WhoWithdrew {
    /** The child, the youth or the adult whom the case concerns. */
    PERSON("Personen själv"),
    GUARDIAN("Vårdnadshavare"),
    REPRESENTATIVE("Företrädare");

    private final String swedish;

    WhoWithdrew(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
