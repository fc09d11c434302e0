package se.sip.publication;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.sip.county.Bundle;
import se.sip.county.BundleDeployer;
import se.sip.county.BundleFault;
import se.sip.county.BundleReader;
import se.sip.county.County;
import se.sip.county.CountyCheck;
import se.sip.county.CountyProperties;
import se.sip.publication.Candidate.Origin;

/**
 * What the product brings with it. Where a county has published nothing, that is what it runs; else it is a candidate,
 * and what runs is left alone.
 */
@Component
class Releases {

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final BundleReader reader = new BundleReader(BundleReader.PRODUCT);
    private final Publications publications;
    private final Candidates candidates;
    private final CandidateStore store;
    private final FileStore files;
    private final BundleDeployer deployer;
    private final CountyCheck check;
    private final CountyProperties counties;
    private final PublicationSettings settings;

    Releases(Publications publications, Candidates candidates, CandidateStore store, FileStore files,
            BundleDeployer deployer, CountyCheck check, CountyProperties counties, PublicationSettings settings) {
        this.publications = publications;
        this.candidates = candidates;
        this.store = store;
        this.files = files;
        this.deployer = deployer;
        this.check = check;
        this.counties = counties;
        this.settings = settings;
    }

    /** At a start, alone among all nodes. */
    void arrive(County county) {
        arrive(county, reader.read(county));
    }

    void arrive(County county, Bundle delivered) {
        publications.running(county.id()).ifPresentOrElse(running -> offer(county, delivered, running),
                () -> begin(delivered));
    }

    /** A release that still waits was laid over what ran before. */
    @EventListener
    void published(CountyPublished published) {
        if (published.before() != null) {
            counties.byId(published.now().county())
                    .ifPresent(county -> offer(county, reader.read(county), published.now()));
        }
    }

    /** @throws se.sip.county.FaultyBundleException where the product's own files are wrong: then it does not start */
    private void begin(Bundle delivered) {
        deployer.publish(delivered).ifPresent(deployment -> {
            Candidate first = candidates.keep(delivered, Origin.RELEASE, 0, Candidate.SYSTEM,
                    delivered.files().size() + " filer ur produkten", List.of(), ReleaseMerge.hashes(delivered), Map.of());
            publications.publish(first, delivered, Candidate.SYSTEM, null, "Det som följde med produkten.", deployment);
        });
    }

    private void offer(County county, Bundle delivered, Publication running) {
        ReleaseMerge merge = ReleaseMerge.of(delivered, publications.bundle(running, county),
                files.delivered(running.candidateId()));
        String fingerprint = merge.bundle().filesFingerprint();
        boolean news = !fingerprint.equals(running.fingerprint());
        store.waiting(county.id()).stream().filter(c -> c.origin() == Origin.RELEASE && !(news
                && c.overVersion() == running.version() && c.fingerprint().equals(fingerprint))).forEach(candidates::discard);
        if (!news || store.isOffered(county.id(), running.version(), fingerprint) && !settings.atStart()) {
            return;
        }
        List<BundleFault> faults = check.check(merge.bundle(), delivered);
        Candidate offered = candidates.keep(merge.bundle(), Origin.RELEASE, running.version(), Candidate.SYSTEM,
                noteOf(merge), faults, ReleaseMerge.hashes(delivered), candidates.stories(running));
        if (settings.atStart() && offered.isFine()) {
            publications.publish(offered, merge.bundle(), Candidate.SYSTEM, null, "Publicerad vid start, för utveckling.",
                    null);
        } else {
            LOG.warn("County {}: the product brings other files than version {}, which goes on running; they wait as "
                    + "candidate {}", county.id(), running.version(), offered.id());
        }
    }

    private static String noteOf(ReleaseMerge merge) {
        return merge.kept().isEmpty() ? "Länets egna ändringar är kvar." : "Länets egna ändringar är kvar. Även utgåvan har "
                + "ändrat " + String.join(", ", merge.kept()) + ": jämför, och ta in det som behövs.";
    }
}
