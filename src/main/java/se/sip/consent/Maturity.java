package se.sip.consent;

/** A documented assessment of whether the child can decide in this alone. Never an age (FB 6:11, OSL 12:3). */
public enum Maturity {
    NOT_ASSESSED,
    CAN_DECIDE,
    CANNOT_DECIDE
}
