package se.sip.plan;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.engine.CaseVariables;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** What the process needs to know of the plan in force: dates, keys and groups. */
@Component
class PlanVariables {

    private final Plans plans;
    private final CaseFiles cases;
    private final UnitRepository units;
    private final MainResponsible responsible;

    PlanVariables(Plans plans, CaseFiles cases, UnitRepository units, MainResponsible responsible) {
        this.plans = plans;
        this.cases = cases;
        this.units = units;
        this.responsible = responsible;
    }

    void set(PlanVersion plan, CaseVariables variables) {
        variables.set(ProcessVariable.FOLLOW_UP_ON, EngineDates.endOf(plan.followUpOn()));
        variables.setDay(ProcessVariable.FOLLOW_UP_OVERDUE_AT, plan.followUpOn().plusDays(1));
        variables.setDay(ProcessVariable.FOLLOW_UP_CALL_AT, plan.followUpCallOn());
        variables.set(ProcessVariable.RESPONSIBLE_GROUP, groupOf(plan.responsibleUnit(), plan.caseNumber()));
        variables.set(ProcessVariable.FOLLOW_UP_GROUP, groupOf(responsible.followUpCaller(plan), plan.caseNumber()));
        variables.set(ProcessVariable.INTERVENTIONS, new ArrayList<>(plans.interventionsOf(plan).stream()
                .map(i -> i.id().toString()).toList()));
    }

    /** The group that works for a party: its own unit, or the convening one for a party without login. */
    String groupOf(String party, String caseNumber) {
        return units.findById(party).filter(Unit::hasLogin).map(Unit::id)
                .orElseGet(() -> cases.byNumber(caseNumber).convenerUnit());
    }
}
