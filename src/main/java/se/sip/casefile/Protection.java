package se.sip.casefile;

/** Skyddade personuppgifter: the Tax Agency's three levels, and none (folkbokföringslagen 16 §, OSL 22:1). */
public enum Protection {
    NONE,
    /** Sekretessmarkering. */
    CONFIDENTIAL_MARKING,
    /** Skyddad folkbokföring. */
    PROTECTED_REGISTRATION,
    /** Fingerade personuppgifter; the link to the former identity is never stored. */
    ASSUMED_IDENTITY
}
