package se.sip.publication;

import java.util.Map;
import se.sip.county.Bundle;

/**
 * Runs made-up cases through a candidate before it is published. Where a bean of this kind exists, nothing is published
 * without a rehearsal that went well.
 */
public interface CandidateRehearsal {

    /**
     * @param running what the county runs now
     * @param candidate what it would run
     * @param stories the county's own made-up cases, by name; they go before those of the same name in the product
     * @return what is kept with the candidate
     * @throws IllegalStateException where it did not come to an answer
     */
    Rehearsal rehearse(Bundle running, Bundle candidate, Map<String, String> stories);

    /** What a kept rehearsal found, to be read on a page. */
    RehearsalSummary summary(Rehearsal kept);
}
