package se.sip.casefile;

/** Skyddade personuppgifter: the Tax Agency's three levels, and none (folkbokföringslagen 16 §, OSL 22:1). */
public enum Protection {
    NONE("Inga skyddade personuppgifter"),
    /** Sekretessmarkering. */
    CONFIDENTIAL_MARKING("Sekretessmarkering"),
    /** Skyddad folkbokföring. */
    PROTECTED_REGISTRATION("Skyddad folkbokföring"),
    /** Fingerade personuppgifter; the link to the former identity is never stored. */
    ASSUMED_IDENTITY("Fingerade personuppgifter");

    private final String swedish;

    Protection(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }

    /** The one of the two that protects more. */
    public Protection orStronger(Protection other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
