package se.sip.plan;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.AttendanceCorrected;
import se.sip.plan.Intervention.Confirmation;
import se.sip.plan.Intervention.Report;

/** What happens to one intervention after the meeting: its owner takes a stand, and reports how it went. */
@Service
@Transactional
public class Interventions {

    private final InterventionRepository interventions;
    private final PlanRepository plans;
    private final CaseLog log;
    private final CaseProcesses processes;
    private final Clock clock;

    Interventions(InterventionRepository interventions, PlanRepository plans, CaseLog log, CaseProcesses processes,
            Clock clock) {
        this.interventions = interventions;
        this.plans = plans;
        this.log = log;
        this.processes = processes;
        this.clock = clock;
    }

    /** @param key the record's id as text, the way a process variable carries it */
    @Transactional(readOnly = true)
    public Intervention byKey(String key) {
        return interventions.findById(Long.valueOf(key))
                .orElseThrow(() -> new IllegalArgumentException("No intervention has the key asked for"));
    }

    /** The owner says yes (VGU-124): nobody else can. */
    public void confirm(String key, String confirmedBy) {
        Intervention changed = living(key).withConfirmation(Confirmation.CONFIRMED).withConfirmedBy(confirmedBy)
                .withConfirmedAt(LocalDateTime.now(clock)).withDeclineWhy(null);
        interventions.save(changed);
        log.add(changed.caseNumber(), "INTERVENTION_CONFIRMED", changed.ownerName());
    }

    /** The owner says no. */
    public void decline(String key, String why, String declinedBy) {
        Intervention changed = living(key).withConfirmation(Confirmation.DECLINED).withDeclineWhy(why)
                .withConfirmedBy(declinedBy).withConfirmedAt(LocalDateTime.now(clock));
        interventions.save(changed);
        log.add(changed.caseNumber(), "INTERVENTION_DECLINED", changed.ownerName() + ": " + why);
    }

    /** The owner reports how it went (VGU-145). */
    public void report(String key, Report report, String note, String reportedBy) {
        Intervention changed = living(key).withReport(report).withReportNote(note).withReportedBy(reportedBy)
                .withReportedAt(LocalDateTime.now(clock));
        interventions.save(changed);
        log.add(changed.caseNumber(), "INTERVENTION_" + report.name(),
                changed.ownerName() + (note == null || note.isBlank() ? "" : ": " + note));
    }

    /** Who was not there, or had no mandate, has said yes to nothing: the owner has yet to confirm (VGU-124). */
    @EventListener
    void attendanceCorrected(AttendanceCorrected event) {
        if (event.right().canConfirm()) {
            return;
        }
        plans.findFirstByCaseNumberAndStatusInOrderByVersionNoDesc(event.meeting().caseNumber(),
                        EnumSet.of(PlanVersion.Status.DRAFT, PlanVersion.Status.CURRENT, PlanVersion.Status.RESTING))
                .stream().flatMap(p -> interventions.findByPlanIdOrderById(p.id()).stream())
                .filter(i -> i.confirmation() == Confirmation.CONFIRMED && i.party().equals(event.right().party())
                        && event.meeting().heldTo().equals(i.confirmedAt()))
                .forEach(i -> {
                    interventions.save(i.withConfirmation(Confirmation.UNCONFIRMED).withConfirmedBy(null)
                            .withConfirmedAt(null));
                    log.add(i.caseNumber(), "INTERVENTION_UNCONFIRMED", i.ownerName());
                    askAgain(i);
                });
    }

    /** Where the plan is already followed, the owner gets the task that an owner who has not said yes has. */
    private void askAgain(Intervention unconfirmed) {
        processes.goBack(unconfirmed.caseNumber(), "insats", ProcessVariable.INTERVENTION,
                String.valueOf(unconfirmed.id()), "rapportera", "hamta_insats");
    }

    private Intervention living(String key) {
        Intervention intervention = byKey(key);
        plans.findById(intervention.planId()).filter(p -> p.status().isReadOnly()).ifPresent(p -> {
            throw new IllegalStateException("Version " + p.versionNo() + " of the plan of case " + p.caseNumber()
                    + " is read-only");
        });
        return intervention;
    }
}
