package se.sip.move;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A case that is to be moved, or has been.
 *
 * @param version the version of the county's files that it is moved to
 * @param orderedBy user id
 * @param said what the move changed, or why it was not done, in Swedish
 * @param settledAt null while it waits
 */
public record OrderedMove(String county, int version, String caseNumber, String orderedBy, LocalDateTime orderedAt,
        State state, int tries, List<String> said, LocalDateTime settledAt) {

    /** How far it has come. */
    public enum State {
        WAITING("väntar"), MOVED("flyttat"), LEFT("kvar på sin version");

        private final String swedish;

        State(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }
}
