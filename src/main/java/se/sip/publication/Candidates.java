package se.sip.publication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.audit.AuditLog;
import se.sip.audit.AuditSubject;
import se.sip.county.Bundle;
import se.sip.county.BundleFault;
import se.sip.county.CheckReport;
import se.sip.county.County;
import se.sip.county.CountyCheck;
import se.sip.county.RefusedException;
import se.sip.county.Trials;
import se.sip.county.UploadedFiles;
import se.sip.publication.Candidate.Origin;
import se.sip.publication.Candidate.State;

/** Makes candidates of what process owners send and of earlier versions, and has them checked and rehearsed. */
@Service
public class Candidates {

    private final CandidateStore store;
    private final FileStore files;
    private final Publications publications;
    private final CountyCheck check;
    private final Trials trials;
    private final ObjectProvider<CandidateRehearsal> rehearsal;
    private final AuditLog audit;
    private final Clock clock;

    Candidates(CandidateStore store, FileStore files, Publications publications, CountyCheck check, Trials trials,
            ObjectProvider<CandidateRehearsal> rehearsal, AuditLog audit, Clock clock) {
        this.store = store;
        this.files = files;
        this.publications = publications;
        this.check = check;
        this.trials = trials;
        this.rehearsal = rehearsal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that can still be published, newest first. */
    public List<Candidate> waiting(String county) {
        return store.waiting(county);
    }

    public Optional<Candidate> find(String county, long id) {
        return store.find(county, id);
    }

    /** The files of a candidate that has not been thrown away. */
    public Bundle bundle(Candidate candidate, County county) {
        return files.bundle(candidate.id(), county);
    }

    /** What the check said when the candidate was made, as JSON. */
    public String report(Candidate candidate) {
        return store.report(candidate.id());
    }

    /**
     * Lays the sent files over what runs.
     *
     * @param removed names of own files to take away, such as {@code decisions/vgr/frister.dmn}
     * @param author user id
     * @throws RefusedException where nothing of it is the county's, or nothing would change
     */
    @Transactional
    public Candidate upload(County county, List<UploadedFiles.Sent> sent, Collection<String> removed, String author) {
        Publication running = runningOf(county);
        var stories = new TreeMap<>(stories(running));
        Map<String, String> sentStories = UploadedFiles.stories(county, sent).stream().collect(Collectors.toMap(
                UploadedFiles.Sent::name, story -> new String(story.content(), StandardCharsets.UTF_8), (a, b) -> b,
                TreeMap::new));
        var goneStories = new TreeSet<>(removed);
        goneStories.retainAll(stories.keySet());
        stories.keySet().removeAll(goneStories);
        stories.putAll(sentStories);
        boolean storiesChange = !stories.equals(stories(running));
        Trials.Trial trial = trials.of(county, sent, removed, storiesChange);
        if (trial.faults().isEmpty() && !storiesChange
                && trial.after().filesFingerprint().equals(running.fingerprint())) {
            throw new RefusedException("Filerna är likadana som i version " + running.version() + ", som gäller nu.");
        }
        String what = Stream.concat(Stream.of(trial.what()).filter(said -> !said.isEmpty()), sentStories.keySet().stream())
                .collect(Collectors.joining(", "));
        return keep(trial.after(), Origin.UPLOAD, running.version(), author, what, trial.faults(),
                files.delivered(running.candidateId()), stories);
    }

    /** The county's own made-up cases that came with a version, by name. */
    public Map<String, String> stories(Publication version) {
        return files.stories(version.candidateId());
    }

    /** The county's own made-up cases that a candidate is rehearsed with, by name. */
    public Map<String, String> stories(Candidate candidate) {
        return files.stories(candidate.id());
    }

    /** Takes up a version that has been published before, to be published again. */
    @Transactional
    public Candidate again(County county, int version, String author) {
        Publication running = runningOf(county);
        Publication earlier = publications.version(county.id(), version)
                .orElseThrow(() -> new RefusedException("Version " + version + " finns inte."));
        if (earlier.fingerprint().equals(running.fingerprint())) {
            throw new RefusedException("Version " + version + " är likadan som den som gäller nu.");
        }
        Bundle bundle = publications.bundle(earlier, county);
        return keep(bundle, Origin.EARLIER, running.version(), author, "Version " + version, check.check(bundle, bundle),
                files.delivered(earlier.candidateId()), stories(earlier));
    }

    /** Runs the made-up cases through it, which takes a while: {@link Rehearsals} does so beside all else. Empty where the product has no rehearsal. */
    public Optional<Rehearsal> rehearse(Candidate candidate, County county) {
        return Optional.ofNullable(rehearsal.getIfAvailable()).map(stage -> {
            if (!candidate.isWaiting() || !candidate.isFine()) {
                throw new RefusedException("Det går bara att repetera en kandidat som väntar och är utan fel.");
            }
            Rehearsal done = stage.rehearse(publications.bundle(runningOf(county), county), bundle(candidate, county),
                    stories(candidate));
            store.rehearsed(candidate.id(), done);
            note(candidate, done.fine() ? "repeterad" : "repeterad, gick inte bra");
            return done;
        });
    }

    /** What its rehearsal found; empty where it has not been rehearsed. */
    public Optional<RehearsalSummary> summary(Candidate candidate) {
        return Optional.ofNullable(candidate.rehearsal()).flatMap(kept ->
                Optional.ofNullable(rehearsal.getIfAvailable()).map(stage -> stage.summary(kept)));
    }

    /** Whether a rehearsal stands before each publication. */
    public boolean areRehearsed() {
        return rehearsal.getIfAvailable() != null;
    }

    /** Throws a candidate away. */
    @Transactional
    public void discard(Candidate candidate) {
        if (!candidate.isWaiting()) {
            throw new RefusedException("Kandidaten väntar inte längre.");
        }
        store.state(candidate.id(), State.DISCARDED);
        files.forget(candidate.id());
        note(candidate, "kastad");
    }

    Candidate keep(Bundle bundle, Origin origin, int overVersion, String author, String note, List<BundleFault> faults,
            Map<String, String> delivered, Map<String, String> stories) {
        String county = bundle.county().id();
        var report = new CheckReport(county, note, faults, 0);
        long id = store.add(county, origin, overVersion, author, note.length() > 2000 ? note.substring(0, 1999) + "…" : note,
                LocalDateTime.now(clock), bundle.filesFingerprint(), report.errors(), faults.size() - report.errors(),
                report.asJson(), State.OPEN);
        files.keep(id, bundle, delivered);
        files.keepStories(id, stories);
        Candidate made = store.find(county, id).orElseThrow();
        note(made, report.errors() + " fel");
        return made;
    }

    private Publication runningOf(County county) {
        return publications.running(county.id())
                .orElseThrow(() -> new RefusedException("Länet har inget publicerat än."));
    }

    /** Nothing of a person but who did it: the message and the files are not repeated. */
    void note(Candidate candidate, String what) {
        audit.changed(AuditSubject.BUNDLE, candidate.county() + ", kandidat " + candidate.id() + ": " + what);
    }
}
