package se.sip.casefile;

/**
 * Whose process a case follows; decided at the start by the table {@code malgrupp}, by age and county. The rules of
 * consent go by age on the day they are asked, not by this: a 19-year-old in Västra Götaland is in the process for
 * children and youth and consents as an adult (VGV-01, VGV-22).
 */
public enum Audience {
    CHILD("Barn och unga"),
    ADULT("Vuxna"),
    /** Somebody leaving hospital, of any age (LUS 2017:612). */
    DISCHARGE("In- och utskrivning");

    private final String swedish;

    Audience(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
