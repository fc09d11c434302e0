package se.sip.monitoring;

/**
 * A number of the situation. A case counts in one kind of waiting, and besides in each fault it has. The number and the
 * list that it opens ask the same question, so they agree.
 */
enum SituationGroup {
    OPEN("Öppna ärenden", "1 = 1", "opened_on"),
    PAST_DATE("Har passerat sitt datum", "past_on is not null", "past_on"),
    CONSENT("Väntar på samtycke", "wait = 'CONSENT'", "since"),
    ANSWER("Väntar på svar", "wait = 'ANSWER'", "since"),
    MEETING("Väntar på mötet", "wait = 'MEETING'", "since"),
    FOLLOW_UP("Väntar på uppföljning", "wait = 'FOLLOW_UP'", "since"),
    STEP("Väntar på något annat", "wait = 'STEP'", "since"),
    UNSENT("Utskick som inte har gått fram", "unsent > 0", "unsent_since"),
    INCIDENTS("Har stannat i ett fel", "stopped > 0", "stopped_since"),
    LATE_TIMERS("Tidpunkter som har passerat utan att något hänt", "late_timers > 0", "late_timer_since"),
    STILL("Utan rörelse", "moved_at < :still", "moved_at");

    private final String label;
    private final String condition;
    private final String since;

    SituationGroup(String label, String condition, String since) {
        this.label = label;
        this.condition = condition;
        this.since = since;
    }

    /** What it is called on the page, without the number of days of {@link #STILL}. */
    String label() {
        return label;
    }

    /** Which rows of {@link SituationQuery#STATE} belong to it. */
    String condition() {
        return condition;
    }

    /** The column that says since when. */
    String since() {
        return since;
    }
}
