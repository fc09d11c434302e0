package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineDates;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;
import se.sip.engine.RowOfTable;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** {@code ${utskrivning...}}: what the diagrams of discharge ask at the moment they ask. */
@Component("utskrivning")
@CallableFromDiagram
public class DischargeFacts {

    private final DischargeLimits limits;
    private final Plannings plannings;
    private final CaseFiles cases;
    private final UnitRepository units;
    private final Clock clock;

    DischargeFacts(DischargeLimits limits, Plannings plannings, CaseFiles cases, UnitRepository units, Clock clock) {
        this.limits = limits;
        this.plannings = plannings;
        this.cases = cases;
        this.units = units;
        this.clock = clock;
    }

    /** The end of the last day of a rule of {@code utskrivning_frister} that counts from today. */
    @RowOfTable("utskrivning_frister")
    public Date dagar(DelegateExecution execution, String rule) {
        return EngineDates.endOf(limits.lastDay(execution.getTenantId(), rule, LocalDate.now(clock)));
    }

    /** Candidate group of the unit at hand; the convener registers for a unit without login. */
    public String enhetensGrupp(DelegateExecution execution) {
        return groupOf(ExecutionVariables.of(execution).text(ProcessVariable.NOTICE_GROUP), execution);
    }

    /** Candidate group of the existing SIP's main responsible. */
    public String befintligGrupp(DelegateExecution execution) {
        return groupOf(plannings.latest(execution.getProcessBusinessKey()).orElseThrow().existingUnit(), execution);
    }

    private String groupOf(String unitId, DelegateExecution execution) {
        return units.findById(unitId).filter(Unit::hasLogin).map(Unit::id)
                .orElseGet(() -> cases.byNumber(execution.getProcessBusinessKey()).convenerUnit());
    }
}
