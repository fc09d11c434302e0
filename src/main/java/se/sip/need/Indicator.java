package se.sip.need;

/** Signs that a SIP may be needed, as Västra Götaland's guidance lists them (VGB-22 to VGB-32, VGV-03). */
public enum Indicator {
    BOTH_PRINCIPALS("Det finns behov av insatser från båda huvudmännen", "VGB-22"),
    NOT_ALONE("Den egna verksamheten kan inte ensam tillgodose behovet", "VGB-23"),
    SEVERAL_COMPETENCES("Kompetens behövs från flera verksamheter", "VGB-24"),
    UNCLEAR_RESPONSIBILITY("Ansvarsfördelningen behöver tydliggöras", "VGB-25"),
    SAME_TIME_OR_ORDER("Insatser behöver ges samtidigt eller i särskild ordning", "VGB-26"),
    KNOW_WHAT_OTHERS_DO("Verksamheter behöver veta vad andra gör", "VGB-27"),
    SENT_ROUND("Personen upplever att hen hänvisas runt", "VGB-28"),
    COGNITIVE_DIFFICULTIES("Stora kognitiva besvär gör det svårt att planera i hemmet", "VGB-29"),
    SEVERAL_CLINICS("Flera öppenvårdsmottagningar behöver vara med", "VGB-30"),
    SEVERAL_BODIES("Barnet behöver flera samhällsinstanser samtidigt", "VGB-31"),
    GUARDIAN_RELAYS("Vårdnadshavaren lägger mycket tid på att förmedla information", "VGB-32"),
    UNWELL_OR_SOCIAL("Barnet mår inte bra eller har social problematik", "VGV-03");

    private final String swedish;
    private final String clause;

    Indicator(String swedish, String clause) {
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
