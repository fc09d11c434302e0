package se.sip.publication;

import java.time.LocalDateTime;

/**
 * What came of running made-up cases through a candidate.
 *
 * @param fine whether it may be published
 * @param report what was found, as its maker wrote it
 */
public record Rehearsal(LocalDateTime at, boolean fine, String report) {
}
