package se.sip.publication;

import java.time.LocalDateTime;

/**
 * A county's whole set of diagrams, tables and forms as it would be, waiting to be published.
 *
 * @param overVersion the version that ran when it was made; 0 where none did
 * @param author user id of who sent the files; {@link #SYSTEM} for what a release brings
 * @param note what it holds, in Swedish, such as which files were sent
 * @param fingerprint the same for the same files
 * @param errors how many the check found; one is enough to stop it
 * @param rehearsal null where it has not been rehearsed
 * @param proposal null where nobody has proposed it
 */
public record Candidate(long id, String county, Origin origin, int overVersion, String author, String note,
        LocalDateTime madeAt, String fingerprint, int errors, int warnings, State state, Rehearsal rehearsal,
        Proposal proposal) {

    /** In place of a user id where the product itself acts. */
    public static final String SYSTEM = "systemet";

    /** Where a candidate comes from. */
    public enum Origin {
        RELEASE("Ny utgåva av produkten"), UPLOAD("Ändrade filer"), EARLIER("Tidigare version");

        private final String swedish;

        Origin(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** How far a candidate has come. */
    public enum State {
        OPEN, PROPOSED, PUBLISHED, DISCARDED
    }

    /** @param message why, as the one who proposed it wrote */
    public record Proposal(String by, LocalDateTime at, String message) {
    }

    /** Whether it still can be published or thrown away. */
    public boolean isWaiting() {
        return state == State.OPEN || state == State.PROPOSED;
    }

    public boolean isFine() {
        return errors == 0;
    }
}
