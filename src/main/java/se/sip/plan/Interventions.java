package se.sip.plan;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.plan.Intervention.Confirmation;
import se.sip.plan.Intervention.Report;

/** What happens to one intervention after the meeting: its owner takes a stand, and reports how it went. */
@Service
@Transactional
public class Interventions {

    private final InterventionRepository interventions;
    private final PlanRepository plans;
    private final CaseLog log;
    private final Clock clock;

    Interventions(InterventionRepository interventions, PlanRepository plans, CaseLog log, Clock clock) {
        this.interventions = interventions;
        this.plans = plans;
        this.log = log;
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

    private Intervention living(String key) {
        Intervention intervention = byKey(key);
        plans.findById(intervention.planId()).filter(p -> p.status().isReadOnly()).ifPresent(p -> {
            throw new IllegalStateException("Version " + p.versionNo() + " of the plan of case " + p.caseNumber()
                    + " is read-only");
        });
        return intervention;
    }
}
