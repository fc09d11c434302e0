package se.sip.audit;

import java.util.Optional;

/** Tells of a read whether it rests on emergency access. */
public interface EmergencyReason {

    /** Why the user took emergency access to the case, while it holds. */
    Optional<String> of(String userId, String caseNumber);
}
