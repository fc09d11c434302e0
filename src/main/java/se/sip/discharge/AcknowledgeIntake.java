package se.sip.discharge;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that a unit has got the admission notice. */
@Component
class AcknowledgeIntake implements FormIntake<AcknowledgeForm> {

    private final Admissions admissions;
    private final DischargeViews views;

    AcknowledgeIntake(Admissions admissions, DischargeViews views) {
        this.admissions = admissions;
        this.views = views;
    }

    @Override
    public String form() {
        return "kvittera_inskrivning";
    }

    @Override
    public Class<AcknowledgeForm> type() {
        return AcknowledgeForm.class;
    }

    @Override
    public void accept(AcknowledgeForm form, FormSituation where) {
        admissions.acknowledge(where.caseNumber(), where.variables().text(ProcessVariable.NOTICE_GROUP),
                form.contact(), where.staff());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return views.of(where.caseNumber());
    }
}
