package se.sip.consent;

/** The first part of consent: that information is exchanged before and at the meeting (VGU-65). */
public enum ExchangeAnswer {
    YES("Ja"),
    NO("Nej"),
    /** Asked or not, but no answer yet. */
    PENDING("Har inte svarat"),
    /** A guardian hindered by absence or illness while the matter cannot wait (FB 6:13). */
    HINDERED("Hindrad att svara"),
    /** A guardian who is not asked, as a documented exception (HAL-44, OSL 10:27); only where the county has one. */
    EXEMPT("Tillfrågas inte, enligt undantag");

    private final String swedish;

    ExchangeAnswer(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
