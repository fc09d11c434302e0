package se.sip.casefile;

/** Whether a case is running. */
public enum CaseStatus {
    OPEN,
    CLOSED
}
