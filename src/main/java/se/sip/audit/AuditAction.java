package se.sip.audit;

/** What somebody did. */
enum AuditAction {
    READ("Läste"),
    /** Saw the case in a list, by name and phase; noted once per user, case and day. */
    LISTED("Såg i en lista"),
    CHANGED("Ändrade"),
    /** Asked for what was not theirs to see. */
    REFUSED("Nekades"),
    /** Took emergency access. */
    EMERGENCY("Tog nödåtkomst"),
    /** Took the case's records away; what the principals keep has been handed over to them. */
    REMOVED("Gallrade");

    private final String swedish;

    AuditAction(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
