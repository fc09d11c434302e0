package se.sip.figures;

/** What is counted of each unit in a period. */
enum Measure {
    STARTED("Startade ärenden"),
    /** Of cases that are not discharged from hospital, whose meeting counts from another day. */
    MET("Första SIP-mötet hållet"),
    IN_TIME("varav inom rekommenderad tid"),
    NOT_IN_TIME("varav efter rekommenderad tid"),
    PASSED("Datum passerat utan möte"),
    REASON_GIVEN("varav med angivet skäl"),
    NO_REASON("varav utan skäl än"),
    STATUTORY("Planer enligt lag (HSL 16:4, SoL 10:8)"),
    /** BOR-12. */
    LOCAL("SIP enligt lokal överenskommelse"),
    DENIED("Nekade begäran"),
    REFUSED("Samtycke gavs inte eller återkallades"),
    FOLLOWED_UP("Uppföljningar hållna"),
    CLOSED("Avslutade"),
    /** Alternative grounds, guardians passed over, emergency access. */
    EXCEPTIONS("Undantag: annan grund än samtycke, förbigången vårdnadshavare, nödåtkomst"),
    ABSENT("Kallad enhet uteblev från mötet"),
    /** LUS 4:3, VGU-99. */
    LATE_CALL("Kallelse efter utskrivningsklar för sent (LUS 4:3)");

    private final String swedish;

    Measure(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
