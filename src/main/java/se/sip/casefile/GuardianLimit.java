package se.sip.casefile;

import java.util.Optional;

/**
 * A reason why a guardian is told nothing of a case: no invitation, no list of participants, no plan. There may be
 * several; one is enough. Whoever tells the family asks all of them.
 */
public interface GuardianLimit {

    /** @return in Swedish, what the guardian does not get and why; empty where nothing stands in the way */
    Optional<String> of(CaseFile caseFile, Guardian guardian);
}
