package se.sip.discharge;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.discharge.NoticedUnit.Receipt;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in a unit's receipt of that no SIP is needed. */
@Component
class NotNeededIntake implements FormIntake<NotNeededForm> {

    private final Plannings plannings;
    private final DischargeViews views;

    NotNeededIntake(Plannings plannings, DischargeViews views) {
        this.plannings = plannings;
        this.views = views;
    }

    @Override
    public String form() {
        return "kvittera_behovs_ej";
    }

    @Override
    public Class<NotNeededForm> type() {
        return NotNeededForm.class;
    }

    @Override
    public void check(NotNeededForm form, FormSituation where, Faults faults) {
        faults.addIf(Boolean.FALSE.equals(form.agrees()) && form.objection() == null, "objection",
                "Skriv vilka insatser som behövs, så att beslutet kan tas upp på nytt.");
    }

    @Override
    public void accept(NotNeededForm form, FormSituation where) {
        Receipt receipt = form.agrees() ? Receipt.ACCEPTED : Receipt.OBJECTED;
        plannings.receipt(where.caseNumber(), where.variables().text(ProcessVariable.NOTICE_GROUP), receipt,
                form.agrees() ? null : form.objection(), where.staff());
        if (receipt == Receipt.OBJECTED) {
            where.variables().set(ProcessVariable.RECEIPT, receipt.name());
        }
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var shown = views.of(where.caseNumber());
        plannings.latest(where.caseNumber()).ifPresent(p -> {
            shown.put("reason", p.notNeededReason());
            shown.put("safePlan", p.safePlan());
        });
        return shown;
    }
}
