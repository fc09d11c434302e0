package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.discharge.ReadyNotice.CalledHow;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that the call was sent in the county's IT service. */
@Component
class CallSentIntake implements FormIntake<CallSentForm> {

    private final CallClock calls;
    private final CaseLog log;
    private final DischargeViews views;
    private final Clock clock;

    CallSentIntake(CallClock calls, CaseLog log, DischargeViews views, Clock clock) {
        this.calls = calls;
        this.log = log;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "kalla_i_tid";
    }

    @Override
    public Class<CallSentForm> type() {
        return CallSentForm.class;
    }

    @Override
    public void check(CallSentForm form, FormSituation where, Faults faults) {
        if (form.sentOn() == null || form.sentAt() == null) {
            return;
        }
        var sent = form.sentOn().atTime(form.sentAt());
        faults.addIf(sent.isAfter(LocalDateTime.now(clock)), "sentAt", "Klockslaget har inte varit än.");
        calls.current(where.caseNumber()).ifPresent(r -> faults.addIf(sent.toLocalDate().isBefore(
                r.sentAt().toLocalDate()), "sentOn", "Kallelsen kan inte ha skickats före utskrivningsklar."));
    }

    @Override
    public void accept(CallSentForm form, FormSituation where) {
        ReadyNotice called = calls.called(where.caseNumber(), form.sentOn().atTime(form.sentAt()),
                CalledHow.IT_SERVICE);
        log.add(where.caseNumber(), "CALL_IN_IT_SERVICE", form.calledWhom());
        where.variables().set(ProcessVariable.INVITE_IN_TIME, called.brokenAt() == null);
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return views.of(where.caseNumber());
    }
}
