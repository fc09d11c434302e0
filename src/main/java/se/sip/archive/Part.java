package se.sip.archive;

import java.time.LocalDateTime;
import java.util.Set;
import se.sip.unit.PrincipalId;

/**
 * A principal's part in a case.
 *
 * @param units its units that were in the case
 * @param whole whether it convenes at the end, and so keeps the whole case
 * @param convenedUntil when it handed the case over to another principal; null where it never convened, or does so still
 */
record Part(PrincipalId principal, Set<String> units, boolean whole, LocalDateTime convenedUntil) {
}
