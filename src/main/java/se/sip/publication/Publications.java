package se.sip.publication;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.sip.county.Bundle;
import se.sip.county.BundleDeployer;
import se.sip.county.BundleReader;
import se.sip.county.County;
import se.sip.county.WhatRuns;

/** What each county runs and has run. */
@Service
public class Publications implements WhatRuns {

    private final PublicationStore published;
    private final CandidateStore candidates;
    private final FileStore files;
    private final BundleDeployer deployer;
    private final IdentityService identity;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publications(PublicationStore published, CandidateStore candidates, FileStore files, BundleDeployer deployer,
            IdentityService identity, ApplicationEventPublisher events, Clock clock) {
        this.published = published;
        this.candidates = candidates;
        this.files = files;
        this.deployer = deployer;
        this.identity = identity;
        this.events = events;
        this.clock = clock;
    }

    /** What new cases begin on; empty where the county has published nothing. */
    public Optional<Publication> running(String county) {
        return published.running(county);
    }

    /** All of a county's, newest first. */
    public List<Publication> versions(String county) {
        return published.of(county);
    }

    public Optional<Publication> version(String county, int version) {
        return versions(county).stream().filter(p -> p.version() == version).findFirst();
    }

    /** The files of a version, as they were sent. */
    public Bundle bundle(Publication publication, County county) {
        return files.bundle(publication.candidateId(), county);
    }

    @Override
    public Bundle of(County county) {
        return running(county.id()).map(now -> bundle(now, county))
                .orElseGet(() -> new BundleReader(BundleReader.PRODUCT).read(county));
    }

    /**
     * Puts a checked candidate in force, inside the caller's transaction and lock.
     *
     * @param deploymentId null where the engine does not have it yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Publication publish(Candidate candidate, Bundle bundle, String author, String confirmer, String message,
            String deploymentId) {
        Publication before = running(candidate.county()).orElse(null);
        String deployment = deploymentId == null ? asSystem(bundle) : deploymentId;
        var now = new Publication(candidate.county(), before == null ? 1 : before.version() + 1, candidate.id(), deployment,
                author, confirmer, message, candidate.fingerprint(), LocalDateTime.now(clock));
        published.add(now);
        candidates.state(candidate.id(), Candidate.State.PUBLISHED);
        events.publishEvent(new CountyPublished(now, before));
        return now;
    }

    /** A process owner has no right of their own in the engine: what they may publish has been decided here. */
    private String asSystem(Bundle bundle) {
        var who = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return deployer.replace(bundle);
        } finally {
            identity.setAuthentication(who);
        }
    }
}
