package se.sip.publication;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import se.sip.county.Bundle;
import se.sip.county.BundleFault;
import se.sip.county.County;
import se.sip.county.CountyCheck;
import se.sip.county.PublicationLock;
import se.sip.county.RefusedException;
import se.sip.publication.Candidate.Origin;
import se.sip.publication.Candidate.Proposal;
import se.sip.publication.Candidate.State;

/**
 * One process owner proposes a candidate, another confirms it: then the county runs it. In a county that has one
 * process owner only, the proposal publishes. One county's publication at a time, over all nodes.
 */
@Service
public class FourEyes {

    private static final int LONGEST_MESSAGE = 1000;

    private final CandidateStore store;
    private final Candidates candidates;
    private final Publications publications;
    private final CountyCheck check;
    private final PublicationLock lock;
    private final PublicationSettings settings;
    private final Clock clock;

    FourEyes(CandidateStore store, Candidates candidates, Publications publications, CountyCheck check,
            PublicationLock lock, PublicationSettings settings, Clock clock) {
        this.store = store;
        this.candidates = candidates;
        this.publications = publications;
        this.check = check;
        this.lock = lock;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a second process owner is needed. */
    public boolean needsTwo(String county) {
        return settings.needsTwo(county);
    }

    /**
     * @param me user id of a process owner of the county
     * @param message what is changed and why
     * @param warningsSeen whether they take the check's warnings
     * @throws RefusedException where the candidate cannot be published as it is
     */
    public void propose(County county, long id, String me, String message, boolean warningsSeen) {
        String said = message == null ? "" : message.strip();
        if (said.isEmpty() || said.length() > LONGEST_MESSAGE) {
            throw new RefusedException(said.isEmpty() ? "Skriv vad som ändras och varför."
                    : "Beskrivningen får ha högst 1 000 tecken.");
        }
        alone(() -> {
            Candidate candidate = ready(county, id, State.OPEN);
            if (candidate.warnings() > 0 && !warningsSeen) {
                throw new RefusedException("Prövningen gav varningar. Läs dem, och kryssa i att de är rätt ändå.");
            }
            store.proposed(id, new Proposal(me, LocalDateTime.now(clock), said));
            candidates.note(candidate, "föreslagen");
            if (!needsTwo(county.id())) {
                publish(county, candidate, me, null, said);
            }
        });
    }

    /** @throws RefusedException also where the same person proposed it */
    public void confirm(County county, long id, String me) {
        alone(() -> {
            Candidate candidate = ready(county, id, State.PROPOSED);
            Proposal proposal = candidate.proposal();
            if (proposal.by().equals(me)) {
                throw new RefusedException("Du har själv föreslagit kandidaten. En annan processägare bekräftar den.");
            }
            publish(county, candidate, proposal.by(), me, proposal.message());
        });
    }

    /** A database that waits no longer for another's publication says so; PostgreSQL waits it out. */
    private void alone(Runnable work) {
        try {
            lock.whileHeld(work);
        } catch (QueryTimeoutException | PessimisticLockingFailureException busy) {
            throw new RefusedException("Någon annan publicerar just nu. Försök igen om en stund.");
        }
    }

    private Candidate ready(County county, long id, State expected) {
        Candidate candidate = store.find(county.id(), id)
                .orElseThrow(() -> new RefusedException("Kandidaten finns inte."));
        int running = publications.running(county.id()).map(Publication::version).orElse(0);
        if (candidate.state() != expected) {
            throw new RefusedException(switch (candidate.state()) {
                case PUBLISHED -> "Kandidaten är redan publicerad.";
                case DISCARDED -> "Kandidaten är kastad.";
                case PROPOSED -> "Kandidaten är redan föreslagen.";
                case OPEN -> "Kandidaten är inte föreslagen än.";
            });
        }
        if (candidate.overVersion() != running) {
            throw new RefusedException("Någon annan hann före: version " + running + " publicerades efter att kandidaten "
                    + "gjordes. Skicka filerna igen, så läggs de över den version som gäller nu.");
        }
        if (!candidate.isFine()) {
            throw new RefusedException("Prövningen hittade fel. Rätta dem och skicka filerna igen.");
        }
        if (candidates.areRehearsed() && (candidate.rehearsal() == null || !candidate.rehearsal().fine())) {
            throw new RefusedException(candidate.rehearsal() == null ? "Repetera kandidaten först."
                    : "Repetitionen gick inte bra. Se vad den fann.");
        }
        return candidate;
    }

    /** Checked once more: the product may have been exchanged since the candidate was made. */
    private void publish(County county, Candidate candidate, String author, String confirmer, String message) {
        Bundle bundle = candidates.bundle(candidate, county);
        List<BundleFault> faults = check.check(bundle, candidate.origin() == Origin.UPLOAD
                ? publications.bundle(publications.running(county.id()).orElseThrow(), county) : bundle);
        if (faults.stream().anyMatch(BundleFault::isError)) {
            throw new RefusedException("Kandidaten klarar inte längre prövningen: " + faults.stream()
                    .filter(BundleFault::isError).findFirst().orElseThrow());
        }
        Publication now = publications.publish(candidate, bundle, author, confirmer, message, null);
        candidates.note(candidate, "publicerad som version " + now.version());
    }
}
