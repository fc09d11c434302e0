package se.sip.need;

/** Codes of the signs that a SIP may be needed. Which of them a county knows, and in what words, is a table's matter. */
public enum Indicator {
    BOTH_PRINCIPALS,
    NOT_ALONE,
    SEVERAL_COMPETENCES,
    UNCLEAR_RESPONSIBILITY,
    SAME_TIME_OR_ORDER,
    KNOW_WHAT_OTHERS_DO,
    SENT_ROUND,
    COGNITIVE_DIFFICULTIES,
    SEVERAL_CLINICS,
    SEVERAL_BODIES,
    GUARDIAN_RELAYS,
    UNWELL_OR_SOCIAL,
    AFTER_DISCHARGE,
    REHABILITATION_PLAN,
    MORE_ACTORS,
    MUST_COORDINATE,
    UNCLEAR_WHAT_IS_DONE
}
