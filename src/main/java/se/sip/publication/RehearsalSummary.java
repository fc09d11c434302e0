package se.sip.publication;

import java.util.List;

/**
 * What a rehearsal found, for a page.
 *
 * @param headline in a sentence, in Swedish
 * @param cases in their order
 * @param whole all of it as text
 */
public record RehearsalSummary(String headline, List<PlayedCase> cases, String whole) {

    /**
     * @param changes what goes otherwise than today; empty where nothing does
     * @param stopped why it could not be played to its end; empty where it could
     */
    public record PlayedCase(String name, String outcome, List<String> changes, String stopped) {

        /** Whether there is something to look at. */
        public boolean isNotable() {
            return !changes.isEmpty() || !stopped.isEmpty();
        }
    }
}
