package se.sip.event;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.closure.Notices;
import se.sip.consent.Consents;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineDates;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.Meetings;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** {@code ${arende...}}: what diagrams ask of a case at the moment they ask. */
@Component("arende")
@CallableFromDiagram
public class CaseFacts {

    private final CaseFiles cases;
    private final Meetings meetings;
    private final Consents consents;
    private final Plans plans;
    private final Notices notices;
    private final UnitRepository units;
    private final Clock clock;

    CaseFacts(CaseFiles cases, Meetings meetings, Consents consents, Plans plans, Notices notices,
            UnitRepository units, Clock clock) {
        this.cases = cases;
        this.meetings = meetings;
        this.consents = consents;
        this.plans = plans;
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    /** Whether the SIP meeting has been held. */
    public boolean moteHallet(DelegateExecution execution) {
        return meetings.lastHeld(execution.getProcessBusinessKey()).isPresent();
    }

    /** Candidate group of the main responsible, or of the convener where none is chosen yet or it has no login. */
    public String ansvarigGrupp(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        return plans.current(number).map(PlanVersion::responsibleUnit).flatMap(units::findById)
                .filter(Unit::hasLogin).map(Unit::id).orElseGet(() -> cases.byNumber(number).convenerUnit());
    }

    /** Candidate group of whoever the meeting decided is to close (HAL-125); else of the main responsible. */
    public String avslutandeGrupp(DelegateExecution execution) {
        return plans.current(execution.getProcessBusinessKey()).map(PlanVersion::closerUnit).flatMap(units::findById)
                .filter(Unit::hasLogin).map(Unit::id).orElseGet(() -> ansvarigGrupp(execution));
    }

    /** Before the next meeting, or before the follow-up; within a week where neither has a day. */
    public Date foreNastaMote(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        LocalDate next = meetings.booked(number).map(m -> m.startsAt().toLocalDate())
                .or(() -> plans.current(number).map(PlanVersion::followUpOn))
                .orElse(LocalDate.now(clock).plusDays(8));
        return EngineDates.endOf(notBeforeToday(next.minusDays(1)));
    }

    /** Last day of the consent. */
    public Date samtycketGarUt(DelegateExecution execution) {
        return EngineDates.endOf(notBeforeToday(consents.endsOn(execution.getProcessBusinessKey())
                .orElse(LocalDate.now(clock))));
    }

    /** Whether the convener has somebody to tell that the case is closed. */
    public boolean beskedKvar(DelegateExecution execution) {
        return !notices.toTell(execution.getProcessBusinessKey()).isEmpty();
    }

    /** Whether the consent covers the participant at hand. */
    public boolean omfattas(DelegateExecution execution) {
        String key = ExecutionVariables.of(execution).text(ProcessVariable.SUBJECT);
        return consents.coversUnit(execution.getProcessBusinessKey(), Long.parseLong(key), LocalDate.now(clock));
    }

    private LocalDate notBeforeToday(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return day.isBefore(today) ? today : day;
    }
}
