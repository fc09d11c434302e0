package se.sip.consent;

/** What carries the exchange of information where consent cannot; always with decider and reason. */
public enum Ground {
    NONE,
    HARM_TEST_PENDING,
    /** Menprövning (OSL 25:1, 26:1): nobody is harmed by it. */
    HARM_TEST_ALLOWED,
    HARM_TEST_DENIED,
    /** Socialnämnden decides in the guardians' place (LVU 11 §). */
    SOCIAL_BOARD
}
