package se.sip.move;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.sip.audit.AuditLog;
import se.sip.audit.AuditSubject;
import se.sip.engine.EngineAuthority;
import se.sip.move.OrderedMove.State;
import se.sip.publication.Publication;
import se.sip.publication.Publications;

/**
 * Moves running cases to what their county runs now: shows beforehand what it would do, takes orders, and carries them
 * out one case at a time. Each case is moved whole in a transaction of its own; what was not reached when the program
 * stopped waits for the next start.
 */
@Service
public class Moves {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);
    private static final int MOST_TRIES = 5;

    private final MoveStore store;
    private final Mover mover;
    private final Publications publications;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final EngineAuthority engine;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate oneCase;

    Moves(MoveStore store, Mover mover, Publications publications, RepositoryService repository, RuntimeService runtime,
            EngineAuthority engine, AuditLog audit, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.mover = mover;
        this.publications = publications;
        this.repository = repository;
        this.runtime = runtime;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
        this.oneCase = new TransactionTemplate(transactions);
        this.oneCase.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What a move would do to a case.
     *
     * @param versions the versions that it runs on now
     * @param why what hinders the move, in Swedish; empty where it can be done
     * @param changes what the move would change, in Swedish
     */
    public record Preview(String caseNumber, List<Integer> versions, List<String> why, List<String> changes) {

        public boolean isMovable() {
            return why.isEmpty();
        }
    }

    /** Numbers of the county's cases that run on something else than the version, in order. */
    public List<String> behind(Publication target) {
        return List.copyOf(behindWithVersions(target).keySet());
    }

    private Map<String, Set<Integer>> behindWithVersions(Publication target) {
        var versions = new HashMap<String, Integer>();
        publications.versions(target.county()).forEach(one -> versions.put(one.deploymentId(), one.version()));
        var found = new TreeMap<String, Set<Integer>>();
        engine.unchecked(() -> {
            var deployments = new HashMap<String, String>();
            for (ProcessInstance instance : runtime.createProcessInstanceQuery().tenantIdIn(target.county()).list()) {
                String deployment = deployments.computeIfAbsent(instance.getProcessDefinitionId(),
                        id -> repository.getProcessDefinition(id).getDeploymentId());
                if (instance.getBusinessKey() != null && !deployment.equals(target.deploymentId())) {
                    found.computeIfAbsent(instance.getBusinessKey(), number -> new LinkedHashSet<>())
                            .add(versions.getOrDefault(deployment, 0));
                }
            }
            return null;
        });
        return found;
    }

    /** Tries the move of each case and takes it back. */
    public List<Preview> preview(Publication target, int first, int most) {
        return behindWithVersions(target).entrySet().stream().skip(first).limit(most).map(one -> {
            Mover.Outcome tried = tried(one.getKey(), target);
            return new Preview(one.getKey(), List.copyOf(one.getValue()), tried.hindrances(), tried.changes());
        }).toList();
    }

    /**
     * Orders the move of cases; one that is ordered or moved already is left as it is.
     *
     * @param caseNumbers those that are not behind are passed by
     * @param by user id
     * @return how many cases the order takes up
     */
    public int order(Publication target, Collection<String> caseNumbers, String by) {
        List<String> wanted = new ArrayList<>(behind(target));
        wanted.retainAll(new LinkedHashSet<>(caseNumbers));
        oneCase.executeWithoutResult(status -> {
            wanted.forEach(number -> store.order(target.county(), target.version(), number, by, LocalDateTime.now(clock)));
            audit.changed(AuditSubject.BUNDLE, target.county() + ", flytt till version " + target.version() + ": "
                    + wanted.size() + " ärenden");
        });
        return wanted.size();
    }

    /** How the moves to a version go, case by case. */
    public List<OrderedMove> report(Publication target) {
        return store.of(target.county(), target.version());
    }

    /** Carries out what waits. Safe to run on several nodes at once. */
    public void work() {
        for (OrderedMove move : store.waiting()) {
            Optional<Publication> target = publications.version(move.county(), move.version());
            try {
                oneCase.executeWithoutResult(status -> {
                    if (target.isPresent() && store.take(move)) {
                        Mover.Outcome done = mover.move(move.caseNumber(), target.get().deploymentId(), move.version());
                        store.settle(move, done.isDone() ? State.MOVED : State.LEFT,
                                done.isDone() ? done.changes() : done.hindrances(), LocalDateTime.now(clock));
                    }
                });
            } catch (Mover.NotMovableException refused) {
                oneCase.executeWithoutResult(status -> store.settle(move, State.LEFT, List.of(refused.getMessage()),
                        LocalDateTime.now(clock)));
            } catch (RuntimeException failed) {
                again(move, failed);
            }
        }
    }

    /** Somebody worked with the case at the same moment, or something failed: it is tried again, a few times. */
    private void again(OrderedMove move, RuntimeException failed) {
        LOG.warn("Moving case {} to version {} failed at try {}: {}", move.caseNumber(), move.version(), move.tries() + 1,
                failed.getClass().getSimpleName());
        oneCase.executeWithoutResult(status -> {
            store.failed(move);
            if (move.tries() + 1 >= MOST_TRIES) {
                store.settle(move, State.LEFT, List.of("Flytten gick inte att göra. Ärendet är som det var. Beställ den igen"
                        + " när ingen arbetar med ärendet."), LocalDateTime.now(clock));
            }
        });
    }

    private Mover.Outcome tried(String caseNumber, Publication target) {
        try {
            return oneCase.execute(status -> {
                status.setRollbackOnly();
                return mover.move(caseNumber, target.deploymentId(), target.version());
            });
        } catch (Mover.NotMovableException refused) {
            return new Mover.Outcome(List.of(refused.getMessage()), List.of());
        }
    }
}
