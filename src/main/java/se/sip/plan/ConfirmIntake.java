package se.sip.plan;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** An absent owner's stand on its own intervention. */
@Component
class ConfirmIntake implements FormIntake<ConfirmForm> {

    private final Interventions interventions;
    private final OwnIntervention own;

    ConfirmIntake(Interventions interventions, OwnIntervention own) {
        this.interventions = interventions;
        this.own = own;
    }

    @Override
    public String form() {
        return "bekrafta";
    }

    @Override
    public Class<ConfirmForm> type() {
        return ConfirmForm.class;
    }

    @Override
    public void check(ConfirmForm form, FormSituation where, Faults faults) {
        own.checkOwner(where, faults);
        if (Boolean.TRUE.equals(form.confirms())) {
            faults.addIf(!Boolean.TRUE.equals(form.mandate()), "mandate",
                    "Den som åtar sig insatsen behöver mandat att besluta om enhetens insatser.");
        } else if (Boolean.FALSE.equals(form.confirms())) {
            faults.addIf(form.declineWhy() == null || form.declineWhy().isBlank(), "declineWhy",
                    "Skriv varför enheten inte åtar sig insatsen.");
        }
    }

    @Override
    public void accept(ConfirmForm form, FormSituation where) {
        if (form.confirms()) {
            interventions.confirm(own.keyAt(where), form.answeredBy());
        } else {
            interventions.decline(own.keyAt(where), form.declineWhy(), form.answeredBy());
        }
        where.variables().set(ProcessVariable.CONFIRMATION,
                interventions.byKey(own.keyAt(where)).confirmation().name());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return own.shown(where);
    }
}
