package se.sip.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Service;
import se.sip.county.County;
import se.sip.county.RefusedException;
import se.sip.publication.RehearsalProgress.State;

/**
 * Rehearses candidates one after another beside everything else: nobody's request and no transaction waits for it. One
 * that was interrupted, as by a restart, can be begun again.
 */
@Service
public class Rehearsals implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final Candidates candidates;
    private final RehearsalRunStore runs;
    private final Clock clock;
    /** Those that wait or go on in this process. */
    private final Set<Long> here = ConcurrentHashMap.newKeySet();
    private final ThreadPoolTaskExecutor worker = new ThreadPoolTaskExecutor();
    private final ThreadPoolTaskScheduler signs = new ThreadPoolTaskScheduler();

    Rehearsals(Candidates candidates, RehearsalRunStore runs, Clock clock) {
        this.candidates = candidates;
        this.runs = runs;
        this.clock = clock;
        worker.setCorePoolSize(1);
        worker.setMaxPoolSize(1);
        worker.setAllowCoreThreadTimeOut(true);
        worker.setThreadNamePrefix("rehearsal-");
        worker.initialize();
        signs.setThreadNamePrefix("rehearsal-sign-");
        signs.initialize();
        signs.scheduleWithFixedDelay(() -> here.forEach(runs::seen), SIGN_OF_LIFE);
    }

    /**
     * Begins, and answers at once. Where one goes on already, it goes on.
     *
     * @param me user id
     * @throws RefusedException where there is nothing to rehearse
     */
    public RehearsalProgress begin(Candidate candidate, County county, String me) {
        if (!candidates.areRehearsed()) {
            throw new RefusedException("Ingen repetition finns.");
        }
        if (!candidate.isWaiting() || !candidate.isFine()) {
            throw new RefusedException("Det går bara att repetera en kandidat som väntar och är utan fel.");
        }
        if (runs.begin(candidate.id(), me, LocalDateTime.now(clock))) {
            candidates.note(candidate, "repeteras");
            here.add(candidate.id());
            worker.execute(() -> run(candidate, county));
        }
        return of(candidate);
    }

    /** How the latest one goes, or went. */
    public RehearsalProgress of(Candidate candidate) {
        return runs.of(candidate.id()).orElseGet(() -> {
            Rehearsal done = candidate.rehearsal();
            return done == null ? new RehearsalProgress(State.NONE, null, false)
                    : new RehearsalProgress(State.DONE, done.at(), done.fine());
        });
    }

    private void run(Candidate candidate, County county) {
        try {
            candidates.rehearse(candidate, county);
            runs.done(candidate.id());
        } catch (RuntimeException failed) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.warn("The rehearsal of candidate {} was interrupted", candidate.id());
                return;
            }
            LOG.error("The rehearsal of candidate {} failed", candidate.id(), failed);
            runs.ended(candidate.id(), State.FAILED);
        } finally {
            here.remove(candidate.id());
        }
    }

    /** What goes on is left; it counts as interrupted when it has been silent for a while. */
    @Override
    public void destroy() {
        signs.shutdown();
        worker.shutdown();
    }
}
