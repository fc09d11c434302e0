package se.sip.consent;

/** What carries the exchange of information where consent cannot; always with decider and reason. */
public enum Ground {
    NONE,
    HARM_TEST_PENDING,
    /** Menprövning (OSL 25:1, 26:1): nobody is harmed by it. */
    HARM_TEST_ALLOWED,
    HARM_TEST_DENIED,
    /** The harm test says no, and there is no other ground: the case ends. */
    NO_OTHER,
    /** Socialnämnden decides in the guardians' place (LVU 11 §). */
    SOCIAL_BOARD;

    /** What it says of the harm test alone, which is all the table {@code samtycke} asks. */
    Ground tested() {
        return this == NO_OTHER ? HARM_TEST_DENIED : this;
    }
}
