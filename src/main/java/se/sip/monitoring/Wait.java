package se.sip.monitoring;

/** What an open case waits for; one thing at a time, in the order of the process. */
enum Wait {
    CONSENT,
    /** Somebody called has not answered. */
    ANSWER,
    MEETING,
    FOLLOW_UP,
    /** None of these: a task that somebody has. */
    STEP
}
