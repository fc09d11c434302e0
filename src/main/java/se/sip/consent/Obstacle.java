package se.sip.consent;

/** Why guardians' consent cannot be asked for. */
public enum Obstacle {
    NONE,
    /** A guardian is a threat to the child. */
    THREAT,
    /** The child is in care under LVU. */
    LVU,
    /** No guardian can be reached. */
    UNREACHABLE
}
