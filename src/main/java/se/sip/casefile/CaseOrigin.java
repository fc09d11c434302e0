package se.sip.casefile;

/** How the need came up. */
public enum CaseOrigin {
    /** The starting unit's own judgement (VGB-04). */
    OWN_ASSESSMENT,
    /** The person or someone close asked; staff registers it (VGB-08). */
    PERSON_REQUEST,
    /** Another actor pointed it out; it cannot start the process itself (VGB-06). */
    OTHER_ACTOR
}
