package se.sip.discharge;

/** What the ward tells after the admission notice. */
enum WardMessageKind {
    /** LUS 2:4. */
    EXPECTED_DATE("Beräknad utskrivning ändras"),
    /** VGU-42. */
    HOSPITAL_MEETING("SIP-möte på sjukhuset behövs"),
    /** LUS 3:1. */
    READY("Utskrivningsklar"),
    READY_WITHDRAWN("Utskrivningsklar återtas"),
    /** The person leaves. */
    DISCHARGED("Utskriven"),
    /** LUS 3:2. */
    TRANSFER("Information överförs"),
    CANCELLED("Utskrivningen avbryts");

    private final String swedish;

    WardMessageKind(String swedish) {
        this.swedish = swedish;
    }

    String swedish() {
        return swedish;
    }
}
