package se.sip.audit;

/** What was read or changed. */
public enum AuditSubject {
    CASE("ärendet"),
    TASK("uppgift i ärendet"),
    ACTION("åtgärd i ärendet"),
    MEETING("plan och dagordning i mötesläge"),
    PROTECTION("skyddade personuppgifter"),
    DOCUMENTS("förteckningen över dokument"),
    DOCUMENT("dokument"),
    LIST("lista"),
    SEARCH("sökträff"),
    /** Messages for a county's IT service. */
    IT_SERVICE("meddelande till IT-tjänsten"),
    RECORDS("uppgifter i ärendet"),
    /** A county's diagrams, tables and forms. */
    BUNDLE("länets diagram, tabeller och formulär"),
    /** The audit log itself. */
    LOG("loggen"),
    /** What somebody may do, as a länsadmin has changed it. */
    ACCOUNT("kontot"),
    ARCHIVE_PACKAGE("arkivpaket"),
    LOG_EXTRACT("loggutdrag till den enskilde");

    private final String swedish;

    AuditSubject(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
