package se.sip.need;

/** Codes of groups for whom a SIP is often needed. Which of them a county knows, and in what words, is a table's matter. */
public enum RiskGroup {
    SUBSTANCE_MISUSE,
    NOT_IN_SCHOOL,
    PLACED_OR_NEWLY_ARRIVED,
    CHILD_AS_RELATIVE,
    PLACED_OUTSIDE_HOME,
    /** Somebody exposed to violence in close relations; never a reason to stop (HAL-83). */
    VIOLENCE,
    SEVERAL_AUTHORITIES,
    PERSON_RELAYS,
    ADDICTION,
    NEWLY_ARRIVED,
    NEUROPSYCHIATRIC,
    MENTAL_ILL_HEALTH,
    /** A parent's neglect; a report of concern is a duty of its own (BOR-24, BOR-25). */
    DEFICIENT_PARENTING
}
