package se.sip.need;

/** Groups for whom a SIP is often needed (VGB-33 to VGB-36). */
public enum RiskGroup {
    SUBSTANCE_MISUSE("Ungdom som missbrukar", "VGB-33"),
    NOT_IN_SCHOOL("Barn som inte går i skolan", "VGB-34"),
    PLACED_OR_NEWLY_ARRIVED("Barn som är placerat, asylsökande eller nyanlänt", "VGB-35"),
    CHILD_AS_RELATIVE("Barn som anhörig", "VGB-36");

    private final String swedish;
    private final String clause;

    RiskGroup(String swedish, String clause) {
        this.swedish = swedish;
        this.clause = clause;
    }

    public String swedish() {
        return swedish;
    }

    public String clause() {
        return clause;
    }
}
