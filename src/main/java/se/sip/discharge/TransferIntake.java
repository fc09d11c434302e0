package se.sip.discharge;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in a transfer of information from the ward's task, by the rules of the message. */
@Component
class TransferIntake implements FormIntake<TransferForm> {

    private final Transfers transfers;
    private final WardMessageRules rules;
    private final DischargeViews views;

    TransferIntake(Transfers transfers, WardMessageRules rules, DischargeViews views) {
        this.transfers = transfers;
        this.rules = rules;
        this.views = views;
    }

    @Override
    public String form() {
        return "overfor_information";
    }

    @Override
    public Class<TransferForm> type() {
        return TransferForm.class;
    }

    @Override
    public void check(TransferForm form, FormSituation where, Faults faults) {
        rules.check(asMessage(form, where), where.staff(), where.county(), faults);
    }

    @Override
    public void accept(TransferForm form, FormSituation where) {
        transfers.transfer(asMessage(form, where));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return views.of(where.caseNumber());
    }

    static WardMessageForm asMessage(TransferForm form, FormSituation where) {
        return new WardMessageForm(where.caseNumber(), WardMessageKind.TRANSFER, null, form.on(), form.at(),
                form.reason(), form.secrecyBy(), form.secrecyHinders(), form.secrecyNote(), form.withheldFrom(),
                form.what(), null);
    }
}
