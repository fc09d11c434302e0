package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.tasklist.Faults;

/** Which message may come when, and what it must say. */
@Component
class WardMessageRules {

    private static final Set<EndKind> CANCELLED = EnumSet.of(EndKind.DECEASED, EndKind.MOVED,
            EndKind.REGISTERED_IN_ERROR);
    private static final String UNKNOWN = "Det finns inget inskrivningsmeddelande med det ärendenumret från din enhet. "
            + "Skicka inskrivningsmeddelandet först (LUS 2:1).";
    private final Admissions admissions;
    private final Transfers transfers;
    private final CallClock calls;
    private final CaseFiles cases;
    private final DischargeRoutine routine;
    private final Clock clock;

    WardMessageRules(Admissions admissions, Transfers transfers, CallClock calls, CaseFiles cases,
            DischargeRoutine routine, Clock clock) {
        this.admissions = admissions;
        this.transfers = transfers;
        this.calls = calls;
        this.cases = cases;
        this.routine = routine;
        this.clock = clock;
    }

    void check(WardMessageForm form, StaffMember staff, String county, Faults faults) {
        if (county != null && !routine.holdsIn(county)) {
            faults.add("", routine.why(county));
            return;
        }
        if (form.caseNumber() == null || form.kind() == null) {
            return;
        }
        Optional<Admission> found = admissions.find(form.caseNumber()).filter(a -> staff.worksIn(a.wardUnit()));
        if (found.isEmpty()) {
            faults.add("caseNumber", UNKNOWN);
            return;
        }
        Admission admission = found.get();
        EndKind ended = cases.byNumber(form.caseNumber()).endKind();
        if (ended != null && CANCELLED.contains(ended)) {
            faults.add("caseNumber", "Utskrivningen är avbruten: " + ended.swedish().toLowerCase() + ".");
            return;
        }
        if (!admission.isSent() && form.kind() != WardMessageKind.CANCELLED) {
            faults.add("kind", "Inskrivningsmeddelandet är inte skickat. Skicka det först (LUS 2:1).");
            return;
        }
        checkMoment(form, admission, faults);
        switch (form.kind()) {
            case EXPECTED_DATE -> expected(form, admission, faults);
            case HOSPITAL_MEETING -> {
                staying(admission, faults);
                reason(form, faults, "Skriv varför kortsiktig planering för den första tiden hemma inte räcker "
                        + "(VGU-92).");
            }
            case READY -> ready(form, admission, faults);
            case READY_WITHDRAWN -> {
                staying(admission, faults);
                faults.addIf(calls.current(form.caseNumber()).isEmpty(), "kind",
                        "Det finns ingen utskrivningsklar att återta.");
                reason(form, faults, "Skriv varför utskrivningsklar återtas.");
            }
            case DISCHARGED -> discharged(form, admission, faults);
            case TRANSFER -> transfer(form, admission, faults);
            case CANCELLED -> {
                faults.addIf(form.endKind() == null || !CANCELLED.contains(form.endKind()), "endKind",
                        "Välj avliden, flyttat eller felregistrerad.");
                faults.addIf(form.endKind() == EndKind.REGISTERED_IN_ERROR && form.reason() == null, "reason",
                        "Skriv vad som blev fel.");
            }
        }
    }

    private void checkMoment(WardMessageForm form, Admission admission, Faults faults) {
        faults.addIf(form.on() != null && form.at() == null, "at", "Fyll i klockslaget.");
        faults.addIf(form.on() == null && form.at() != null, "on", "Fyll i dagen.");
        LocalDateTime moment = form.moment(LocalDateTime.now(clock));
        faults.addIf(moment.isAfter(LocalDateTime.now(clock)), "at", "Klockslaget har inte varit än.");
        faults.addIf(moment.isBefore(admission.admittedAt()), "on", "Tidpunkten ligger före inskrivningen.");
    }

    private void expected(WardMessageForm form, Admission admission, Faults faults) {
        staying(admission, faults);
        if (form.expectedOn() == null) {
            faults.add("expectedOn", "Fyll i den nya dagen.");
            return;
        }
        LocalDate today = LocalDate.now(clock);
        faults.addIf(form.expectedOn().equals(admission.expectedOn()), "expectedOn", "Den dagen gäller redan.");
        faults.addIf(form.expectedOn().isBefore(today), "expectedOn", "Dagen har redan varit.");
        faults.addIf(form.expectedOn().isAfter(today.plusYears(2)), "expectedOn",
                "Dagen ligger för långt fram. Kontrollera året.");
    }

    private void ready(WardMessageForm form, Admission admission, Faults faults) {
        staying(admission, faults);
        calls.current(form.caseNumber()).ifPresent(r -> faults.add("kind", "Utskrivningsklar skickades redan "
                + Moments.text(r.sentAt()) + ". Återta den först om den inte gäller."));
        faults.addIf(form.moment(LocalDateTime.now(clock)).isBefore(admission.sentAt()), "on",
                "Utskrivningsklar kan inte ha skickats före inskrivningsmeddelandet.");
        secrecy(form, "LUS 3:1", faults);
    }

    private void discharged(WardMessageForm form, Admission admission, Faults faults) {
        staying(admission, faults);
        Optional<ReadyNotice> ready = calls.current(form.caseNumber());
        faults.addIf(ready.isEmpty(), "kind", "Skicka utskrivningsklar innan personen skrivs ut (LUS 3:1).");
        faults.addIf(ready.isPresent() && form.moment(LocalDateTime.now(clock)).isBefore(ready.get().sentAt()), "on",
                "Personen kan inte ha skrivits ut före utskrivningsklar.");
        faults.addIf(admission.careContact() == null, "kind",
                "En fast vårdkontakt ska utses innan personen skrivs ut (LUS 2:5). Kontakta vårdcentralen.");
    }

    private void transfer(WardMessageForm form, Admission admission, Faults faults) {
        faults.addIf(transfers.isTransferred(form.caseNumber()), "kind", "Informationen är redan överförd.");
        faults.addIf(form.what() == null, "what", "Skriv vilken information som överförs.");
        faults.addIf(transfers.isLate(admission, form.moment(LocalDateTime.now(clock))) && form.reason() == null,
                "reason", "Informationen överförs samma dag som utskrivningen (LUS 3:2). Skriv varför den är sen.");
        secrecy(form, "LUS 3:2", faults);
    }

    private void secrecy(WardMessageForm form, String clause, Faults faults) {
        faults.addIf(form.secrecyBy() == null, "secrecyBy",
                "Skriv vem som har prövat att sekretess inte hindrar (" + clause + ").");
        faults.addIf(form.secrecyHinders() == null, "secrecyHinders", "Svara ja eller nej.");
        if (Boolean.TRUE.equals(form.secrecyHinders())) {
            faults.addIf(form.secrecyNote() == null, "secrecyNote", "Skriv vad sekretessen hindrar och varför.");
            faults.addIf(form.withheldFrom() == null || form.withheldFrom().isEmpty(), "withheldFrom",
                    "Välj de enheter som inte får meddelandet.");
            Set<String> known = Set.copyOf(admissions.noticedIn(form.caseNumber()).stream()
                    .map(NoticedUnit::unitId).toList());
            List<WardMessageForm.UnitRow> rows = form.withheldFrom() == null ? List.of() : form.withheldFrom();
            for (int i = 0; i < rows.size(); i++) {
                faults.addIf(rows.get(i) != null && rows.get(i).unitId() != null
                        && !known.contains(rows.get(i).unitId()), "withheldFrom[" + i + "].unitId",
                        "Enheten fick inte inskrivningsmeddelandet.");
            }
        }
    }

    private static void staying(Admission admission, Faults faults) {
        faults.addIf(admission.isDischarged(), "kind", "Personen är redan utskriven.");
    }

    private static void reason(WardMessageForm form, Faults faults, String message) {
        faults.addIf(form.reason() == null, "reason", message);
    }
}
