package se.sip.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;

/** The follow-ups of a case: a SIP is always followed up, again and again while the need remains (VGU-149). */
@Service
@Transactional
public class FollowUps {

    private final FollowUpRepository followUps;
    private final Plans plans;
    private final CaseProcesses processes;
    private final CaseLog log;
    private final Clock clock;

    FollowUps(FollowUpRepository followUps, Plans plans, CaseProcesses processes, CaseLog log, Clock clock) {
        this.followUps = followUps;
        this.plans = plans;
        this.processes = processes;
        this.log = log;
        this.clock = clock;
    }

    FollowUp keep(FollowUp followUp) {
        FollowUp kept = followUps.save(followUp);
        log.add(followUp.caseNumber(), "FOLLOW_UP_HELD");
        return kept;
    }

    void decided(FollowUp followUp, FollowUp.Outcome outcome) {
        followUps.save(followUp.withOutcome(outcome));
        log.add(followUp.caseNumber(), "FOLLOW_UP_" + outcome.name());
    }

    /** The follow-up held last. */
    @Transactional(readOnly = true)
    public Optional<FollowUp> latest(String caseNumber) {
        return followUps.findFirstByCaseNumberOrderByIdDesc(caseNumber);
    }

    /** Every follow-up, the first one first. */
    @Transactional(readOnly = true)
    public List<FollowUp> of(String caseNumber) {
        return followUps.findByCaseNumberOrderById(caseNumber);
    }

    /** Whether the version of the plan in force has been followed up. */
    @Transactional(readOnly = true)
    public boolean isHeldForPlanInForce(String caseNumber) {
        Long inForce = plans.current(caseNumber).map(PlanVersion::id).orElse(null);
        return latest(caseNumber).filter(f -> f.planId().equals(inForce)).isPresent();
    }

    /** The follow-up is booked on a day, which may be another than the plan's: its passing counts from there. */
    void booked(String caseNumber, LocalDate day) {
        processes.recalculateTimers(caseNumber,
                Map.of(ProcessVariable.FOLLOW_UP_OVERDUE_AT, EngineDates.startOf(day.plusDays(1))));
    }

    /**
     * Life has changed substantially: the main responsible convenes before the planned day (VGU-141). Where the
     * follow-up has been called already, only the reason is kept.
     *
     * @param by who pointed the change out
     * @return whether there was a plan to follow up
     */
    public boolean callEarly(String caseNumber, String reason, String by) {
        if (plans.current(caseNumber).isEmpty()) {
            return false;
        }
        plans.callEarly(caseNumber, reason);
        log.add(caseNumber, "FOLLOW_UP_CALLED_EARLY", by == null || by.isBlank() ? reason : by + ": " + reason);
        processes.recalculateTimers(caseNumber,
                Map.of(ProcessVariable.FOLLOW_UP_CALL_AT, EngineDates.startOf(LocalDate.now(clock))));
        return true;
    }
}
