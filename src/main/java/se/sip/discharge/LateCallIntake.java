package se.sip.discharge;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in why a call is late. */
@Component
class LateCallIntake implements FormIntake<LateCallForm> {

    private final CallClock calls;
    private final DischargeViews views;

    LateCallIntake(CallClock calls, DischargeViews views) {
        this.calls = calls;
        this.views = views;
    }

    @Override
    public String form() {
        return "forsenad_kallelse";
    }

    @Override
    public Class<LateCallForm> type() {
        return LateCallForm.class;
    }

    @Override
    public void accept(LateCallForm form, FormSituation where) {
        calls.explainLate(where.caseNumber(), form.reason(), where.staff().userId());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return views.of(where.caseNumber());
    }
}
