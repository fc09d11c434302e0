package se.sip.consent;

/** What a case's consent is worth on a day: answers of the table {@code samtycke}, and the states outside it. */
public enum ConsentState {
    /** What is named may be shared with those who are named. */
    VALID("Giltigt"),
    /** A guardian, or whoever stands in a guardian's place, has not answered. */
    MISSING_GUARDIAN("Vårdnadshavares svar saknas"),
    /** The child's or, from 18, the person's own answer is missing. */
    MISSING_CHILD("Personens eget svar saknas"),
    /** A no, which is accepted (VGU-68). */
    REFUSED_ACCEPT("Nej, som accepteras"),
    /** Past its last day (VGU-63). */
    EXPIRED("Har gått ut"),
    /** Nobody or nothing is named, or nobody was informed (VGU-61, VGU-69). */
    INCOMPLETE_SCOPE("Ofullständigt"),
    /** A harm test is chosen as ground and not made yet (OSL 25:1, 26:1). */
    NEEDS_HARM_TEST("Menprövning behöver göras"),
    /** Consent cannot be had and another ground is to be found. */
    ALT_GROUND_REQUIRED("Annan grund behövs"),
    /** Consent cannot be had and there is no other ground. */
    NO_GROUND("Ingen grund finns"),
    /** Taken back (VGV-25). */
    WITHDRAWN("Återkallat"),
    /** Never asked for. */
    NONE("Inte inhämtat");

    private final String swedish;

    ConsentState(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
