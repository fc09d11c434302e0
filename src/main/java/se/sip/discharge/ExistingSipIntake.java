package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in what the main responsible of an existing SIP came to. */
@Component
class ExistingSipIntake implements FormIntake<ExistingSipForm> {

    private final Plannings plannings;
    private final DischargeViews views;
    private final Clock clock;

    ExistingSipIntake(Plannings plannings, DischargeViews views, Clock clock) {
        this.plannings = plannings;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "befintlig_sip";
    }

    @Override
    public Class<ExistingSipForm> type() {
        return ExistingSipForm.class;
    }

    @Override
    public void check(ExistingSipForm form, FormSituation where, Faults faults) {
        if (!Boolean.TRUE.equals(form.consent())) {
            return;
        }
        faults.addIf(!Boolean.TRUE.equals(form.coversBoth()), "coversBoth", "Samtycket behöver omfatta sjukhuset och "
                + "den fasta vårdkontakten för att SIP:en ska kunna revideras (VGU-39).");
        faults.addIf(form.calledOn() == null, "calledOn", "Fyll i dagen då ni kallade till uppföljningen.");
        faults.addIf(form.followUpOn() == null, "followUpOn", "Fyll i dagen för uppföljningen.");
        faults.addIf(form.calledOn() != null && form.followUpOn() != null
                && form.followUpOn().isBefore(form.calledOn()), "followUpOn", "Uppföljningen ligger före kallelsen.");
    }

    @Override
    public void accept(ExistingSipForm form, FormSituation where) {
        boolean yes = form.consent();
        plannings.answered(new ExistingFollowUp(null, where.caseNumber(), yes, form.consentBy(), form.consentOn(),
                form.consentHow(), yes ? form.calledOn() : null, yes ? form.followUpOn() : null, form.note(),
                where.staff().userId(), LocalDateTime.now(clock)));
        where.variables().set(ProcessVariable.CONSENT_OUTCOME, yes ? "VALID" : "REFUSED_ACCEPT");
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return plannings.latest(where.caseNumber()).map(Planning::followUpOn)
                .map(d -> Map.<String, Object>of("followUpOn", d)).orElse(Map.of());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return views.of(where.caseNumber());
    }
}
