package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that the admission notice is to go out. */
@Component
class SendAdmissionIntake implements FormIntake<SendAdmissionForm> {

    private final Admissions admissions;
    private final Clock clock;

    SendAdmissionIntake(Admissions admissions, Clock clock) {
        this.admissions = admissions;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "skicka_inskrivning";
    }

    @Override
    public Class<SendAdmissionForm> type() {
        return SendAdmissionForm.class;
    }

    @Override
    public void check(SendAdmissionForm form, FormSituation where, Faults faults) {
        Admission admission = admissions.of(where.caseNumber());
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime sent = form.sent(now);
        faults.addIf((form.sentOn() == null) != (form.sentAt() == null), form.sentOn() == null ? "sentOn" : "sentAt",
                "Fyll i både dag och klockslag, eller inget av dem.");
        faults.addIf(sent.isAfter(now), "sentAt", "Klockslaget har inte varit än.");
        faults.addIf(sent.isBefore(admission.judgedAt() == null ? admission.admittedAt() : admission.judgedAt()),
                "sentOn", "Meddelandet kan inte ha skickats före bedömningen.");
        faults.addIf(admission.isLateAt(sent) && form.lateReason() == null, "lateReason",
                "De 24 timmarna har passerat (LUS 2:3). Skriv varför meddelandet är sent.");
    }

    @Override
    public void accept(SendAdmissionForm form, FormSituation where) {
        admissions.save(admissions.of(where.caseNumber()).withSentAt(form.sent(LocalDateTime.now(clock)))
                .withLateReason(form.lateReason()));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return Map.of("noticeDue", Moments.text(admissions.of(where.caseNumber()).noticeDue()));
    }
}
