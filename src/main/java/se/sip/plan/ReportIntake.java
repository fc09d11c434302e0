package se.sip.plan;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.plan.Intervention.Report;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** An owner's report of its own intervention. */
@Component
class ReportIntake implements FormIntake<ReportForm> {

    private final Interventions interventions;
    private final OwnIntervention own;

    ReportIntake(Interventions interventions, OwnIntervention own) {
        this.interventions = interventions;
        this.own = own;
    }

    @Override
    public String form() {
        return "rapport";
    }

    @Override
    public Class<ReportForm> type() {
        return ReportForm.class;
    }

    @Override
    public void check(ReportForm form, FormSituation where, Faults faults) {
        own.checkOwner(where, faults);
        faults.addIf(form.outcome() == ReportForm.Outcome.FAILED && (form.note() == null || form.note().isBlank()),
                "note", "Skriv varför insatsen inte blev av.");
    }

    @Override
    public void accept(ReportForm form, FormSituation where) {
        interventions.report(own.keyAt(where), Report.valueOf(form.outcome().name()), form.note(),
                form.reportedBy());
        where.variables().set(ProcessVariable.REPORT, form.outcome().name());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return own.shown(where);
    }
}
