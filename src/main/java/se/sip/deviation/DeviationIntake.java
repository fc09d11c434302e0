package se.sip.deviation;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that a deviation has been made by the unit's own routine, and under which reference. */
@Component
class DeviationIntake implements FormIntake<DeviationForm> {

    private final Deviations deviations;

    DeviationIntake(Deviations deviations) {
        this.deviations = deviations;
    }

    @Override
    public String form() {
        return "avvikelse";
    }

    @Override
    public Class<DeviationForm> type() {
        return DeviationForm.class;
    }

    @Override
    public void check(DeviationForm form, FormSituation where, Faults faults) {
        if (form.madeOn() != null) {
            faults.addIf(form.madeOn().isAfter(where.today()), "madeOn", "Dagen kan inte ligga framåt i tiden.");
            faults.addIf(form.madeOn().isBefore(deviations.byKey(key(where)).notedAt().toLocalDate()), "madeOn",
                    "Avvikelsen noterades senare än så.");
        }
        if (deviations.isCopied(where.caseNumber())) {
            faults.addIf(form.copyText() == null, "copyText",
                    "Skriv en kopia till ledningsgruppen, utan uppgifter om någon person (BOR-82).");
            faults.addIf(form.copyText() != null && deviations.identifies(where.caseNumber(), form.copyText()),
                    "copyText", "Ingen ska kunna kännas igen. Ta bort namn, nummer och ärendenummer.");
        }
    }

    @Override
    public void accept(DeviationForm form, FormSituation where) {
        deviations.made(key(where), form.madeOn(), form.reference(), deviations.isCopied(where.caseNumber())
                ? form.copyText() : null, where.staff().userId());
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of("asksCopy", deviations.isCopied(where.caseNumber()));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        Deviation deviation = deviations.byKey(key(where));
        return Map.of("what", deviation.what(), "notedOn", deviation.notedAt().toLocalDate().toString(),
                "routine", deviations.routine(where.caseNumber()));
    }

    private static String key(FormSituation where) {
        return where.variables().text(ProcessVariable.SUBJECT);
    }
}
