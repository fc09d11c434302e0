package se.sip.publication;

import java.time.LocalDateTime;

/**
 * How a candidate's rehearsal goes.
 *
 * @param since when it began; null where none has
 * @param fine whether what it found lets the candidate be published
 */
public record RehearsalProgress(State state, LocalDateTime since, boolean fine) {

    /** How far it has come. */
    public enum State {
        NONE("inte gjord"), GOING("pågår"), STOPPED("avbruten"), FAILED("kom inte till slut"), DONE("klar");

        private final String swedish;

        State(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    public boolean isGoing() {
        return state == State.GOING;
    }
}
