package se.sip.discharge;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in who the permanent care contact is. */
@Component
class CareContactIntake implements FormIntake<CareContactForm> {

    private final Admissions admissions;
    private final DischargeViews views;

    CareContactIntake(Admissions admissions, DischargeViews views) {
        this.admissions = admissions;
        this.views = views;
    }

    @Override
    public String form() {
        return "fast_vardkontakt";
    }

    @Override
    public Class<CareContactForm> type() {
        return CareContactForm.class;
    }

    @Override
    public void check(CareContactForm form, FormSituation where, Faults faults) {
        Admission admission = admissions.of(where.caseNumber());
        faults.addIf(form.namedOn() != null && form.namedOn().isBefore(admission.admittedAt().toLocalDate()),
                "namedOn", "Dagen ligger före inskrivningen.");
    }

    @Override
    public void accept(CareContactForm form, FormSituation where) {
        admissions.nameCareContact(where.caseNumber(), form.name(), form.workRole(), form.namedOn(), where.staff());
        where.variables().set(ProcessVariable.CARE_CONTACT_NAMED, true);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of("namedOn", where.today());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return views.of(where.caseNumber());
    }
}
