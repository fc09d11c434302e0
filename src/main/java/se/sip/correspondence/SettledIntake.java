package se.sip.correspondence;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in whether an unclear message arrived; only a no sends it once more. */
@Component
class SettledIntake implements FormIntake<SettledForm> {

    private final Settling settling;

    SettledIntake(Settling settling) {
        this.settling = settling;
    }

    @Override
    public String form() {
        return "oklar_sandning";
    }

    @Override
    public Class<SettledForm> type() {
        return SettledForm.class;
    }

    @Override
    public void accept(SettledForm form, FormSituation where) {
        settling.settled(settling.byKey(where.variables().text(ProcessVariable.DELIVERY)), form.arrived(), form.how(),
                where.staff().userId());
        where.variables().set(ProcessVariable.DELIVERY_OUTCOME, form.arrived() ? "SENT" : "AGAIN");
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return settling.shown(settling.byKey(where.variables().text(ProcessVariable.DELIVERY)));
    }
}
