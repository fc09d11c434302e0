package se.sip.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.plan.PlanVersion.Status;

/** The plan of a case in its versions: written as a draft, made final, revised, rested and closed. */
@Service
@Transactional
public class Plans {

    private static final Set<Status> LIVING = Set.of(Status.CURRENT, Status.RESTING);

    private final PlanRepository plans;
    private final InterventionRepository interventions;
    private final CaseLog log;
    private final Clock clock;

    Plans(PlanRepository plans, InterventionRepository interventions, CaseLog log, Clock clock) {
        this.plans = plans;
        this.interventions = interventions;
        this.log = log;
        this.clock = clock;
    }

    /** Keeps what was written, in place of an earlier draft. Nobody has promised anything by it yet. */
    public PlanVersion draft(PlanVersion written, List<Intervention> promised) {
        find(written.caseNumber(), Set.of(Status.DRAFT)).ifPresent(old -> {
            interventions.deleteByPlanId(old.id());
            plans.delete(old);
        });
        PlanVersion draft = plans.save(written.withId(null).withVersionNo(0).withStatus(Status.DRAFT));
        promised.forEach(i -> interventions.save(i.withId(null).withPlanId(draft.id())));
        return draft;
    }

    /**
     * Makes the draft the plan: it gets its number, and the version before becomes read-only.
     *
     * @param followUpCallOn from this day the main responsible calls to the follow-up
     */
    public PlanVersion finalise(String caseNumber, LocalDate followUpCallOn) {
        PlanVersion draft = find(caseNumber, Set.of(Status.DRAFT))
                .orElseThrow(() -> new IllegalStateException("No plan is written in case " + caseNumber));
        int last = plans.findByCaseNumberOrderByVersionNo(caseNumber).stream().mapToInt(PlanVersion::versionNo).max()
                .orElse(0);
        current(caseNumber).ifPresent(old -> change(old.withStatus(Status.SUPERSEDED)));
        PlanVersion plan = change(draft.withStatus(Status.CURRENT).withVersionNo(last + 1)
                .withFollowUpCallOn(followUpCallOn).withFinalisedAt(LocalDateTime.now(clock)));
        log.add(caseNumber, "PLAN_FINAL", "Version " + plan.versionNo());
        return plan;
    }

    /** The version in force, also while it rests. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> current(String caseNumber) {
        return find(caseNumber, LIVING);
    }

    /** What is written and not yet final. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> draftOf(String caseNumber) {
        return find(caseNumber, Set.of(Status.DRAFT));
    }

    /** Every version, the oldest first. */
    @Transactional(readOnly = true)
    public List<PlanVersion> versions(String caseNumber) {
        return plans.findByCaseNumberOrderByVersionNo(caseNumber);
    }

    @Transactional(readOnly = true)
    public List<Intervention> interventionsOf(PlanVersion plan) {
        return interventions.findByPlanIdOrderById(plan.id());
    }

    /** The plan rests (vilande) as consent is missing. It ends no intervention; nothing more is shared. */
    public void rest(String caseNumber, String why) {
        current(caseNumber).filter(p -> p.status() == Status.CURRENT).ifPresent(p -> {
            change(p.withStatus(Status.RESTING).withRestWhy(why));
            log.add(caseNumber, "PLAN_RESTS", why);
        });
    }

    /** A rested plan is in force again, as when consent has been renewed. */
    public void wake(String caseNumber) {
        current(caseNumber).filter(p -> p.status() == Status.RESTING).ifPresent(p -> {
            change(p.withStatus(Status.CURRENT).withRestWhy(null));
            log.add(caseNumber, "PLAN_IN_FORCE");
        });
    }

    /** The process has ended: the plan is kept, read-only. */
    public void close(String caseNumber) {
        current(caseNumber).ifPresent(p -> {
            change(p.withStatus(Status.CLOSED));
            log.add(caseNumber, "PLAN_CLOSED");
        });
    }

    /** The ending was taken back: the plan closed last is in force again. */
    public void reopen(String caseNumber) {
        if (current(caseNumber).isEmpty()) {
            find(caseNumber, Set.of(Status.CLOSED)).ifPresent(p -> {
                plans.save(p.withStatus(Status.CURRENT));
                log.add(caseNumber, "PLAN_IN_FORCE");
            });
        }
    }

    /** The follow-up is called before its day, from today (VGU-141). */
    public void callEarly(String caseNumber, String why) {
        current(caseNumber).ifPresent(p -> change(p.withEarlyFollowUpWhy(why)
                .withFollowUpCallOn(LocalDate.now(clock))));
    }

    private Optional<PlanVersion> find(String caseNumber, Set<Status> statuses) {
        return plans.findFirstByCaseNumberAndStatusInOrderByVersionNoDesc(caseNumber, statuses);
    }

    private PlanVersion change(PlanVersion plan) {
        plans.findById(plan.id()).filter(stored -> stored.status().isReadOnly()).ifPresent(stored -> {
            throw new IllegalStateException("Version " + stored.versionNo() + " of the plan of case "
                    + stored.caseNumber() + " is read-only");
        });
        return plans.save(plan);
    }
}
