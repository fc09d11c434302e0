package se.sip.publication;

import se.sip.county.Bundle;

/**
 * Runs made-up cases through a candidate before it is published. Where a bean of this kind exists, nothing is published
 * without a rehearsal that went well.
 */
public interface CandidateRehearsal {

    /**
     * @param running what the county runs now
     * @param candidate what it would run
     * @return what is kept with the candidate
     */
    Rehearsal rehearse(Bundle running, Bundle candidate);

    /** What a kept rehearsal found, to be read on a page. */
    RehearsalSummary summary(Rehearsal kept);
}
