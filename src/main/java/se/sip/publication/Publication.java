package se.sip.publication;

import java.time.LocalDateTime;

/**
 * A version of a county's set that runs or has run. Cases go by the version they began on, until they are moved.
 *
 * @param version counted from 1 in each county; the highest runs
 * @param candidateId whose files it has
 * @param deploymentId the engine's deployment
 * @param author who proposed it; {@link Candidate#SYSTEM} for the first
 * @param confirmer who confirmed it; null where the county lets one publish alone
 */
public record Publication(String county, int version, long candidateId, String deploymentId, String author,
        String confirmer, String message, String fingerprint, LocalDateTime publishedAt) {
}
