package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Codes;
import se.sip.casefile.Disclosure.Ground;
import se.sip.casefile.Disclosures;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;

/** The person leaves, and information is handed over the same day where secrecy does not stand in the way (LUS 3:2). */
@Service
@Transactional
class Transfers {

    private static final String GROUND = "LUS 3:2";
    private final InformationTransferRepository transfers;
    private final Admissions admissions;
    private final DischargeLimits limits;
    private final CaseFiles cases;
    private final CaseLog log;
    private final CaseProcesses processes;
    private final Disclosures disclosures;
    private final Notices notices;
    private final Clock clock;

    Transfers(InformationTransferRepository transfers, Admissions admissions, DischargeLimits limits,
            CaseFiles cases, CaseLog log, CaseProcesses processes, Disclosures disclosures, Notices notices,
            Clock clock) {
        this.transfers = transfers;
        this.admissions = admissions;
        this.limits = limits;
        this.cases = cases;
        this.log = log;
        this.processes = processes;
        this.disclosures = disclosures;
        this.notices = notices;
        this.clock = clock;
    }

    boolean isTransferred(String caseNumber) {
        return !transfers.findByCaseNumberOrderById(caseNumber).isEmpty();
    }

    List<InformationTransfer> of(String caseNumber) {
        return transfers.findByCaseNumberOrderById(caseNumber);
    }

    LocalDate lastDay(Admission admission) {
        return limits.lastDay(cases.byNumber(admission.caseNumber()).county(), "overforing",
                admission.dischargedAt().toLocalDate());
    }

    /** Whether a transfer at the moment comes after the day of discharge. */
    boolean isLate(Admission admission, LocalDateTime at) {
        return admission.isDischarged() && at.toLocalDate().isAfter(lastDay(admission));
    }

    void discharged(String caseNumber, LocalDateTime at) {
        Admission left = admissions.save(admissions.of(caseNumber).withDischargedAt(at));
        log.add(caseNumber, "DISCHARGED", "Utskriven " + Moments.text(at) + ".");
        notices.tell(caseNumber, NoticeKind.DISCHARGED, admissions.told(caseNumber));
        var variables = new HashMap<ProcessVariable, Object>();
        variables.put(ProcessVariable.TRANSFERRED, isTransferred(caseNumber));
        variables.put(ProcessVariable.TRANSFER_DUE, EngineDates.endOf(lastDay(left)));
        variables.put(ProcessVariable.TRANSFER_OVERDUE_AT, EngineDates.startOf(lastDay(left).plusDays(1)));
        processes.correlate(caseNumber, "utskriven", variables);
        closeReading(caseNumber);
    }

    /** The person has left, information is handed over, and there is no SIP: other units stop reading the case. */
    void closeReading(String caseNumber) {
        if (!cases.byNumber(caseNumber).isOpen() && admissions.of(caseNumber).isDischarged()
                && isTransferred(caseNumber)) {
            disclosures.closeAll(caseNumber);
        }
    }

    /** Keeps the transfer and opens it to the units that secrecy does not keep it from. */
    void transfer(WardMessageForm form) {
        String number = form.caseNumber();
        LocalDateTime at = form.moment(LocalDateTime.now(clock));
        boolean late = isLate(admissions.of(number), at);
        transfers.save(new InformationTransfer(null, number, at, form.what(), form.secrecyBy(), form.secrecyNote(),
                Codes.of(form.withheld()), late, form.reason()));
        log.add(number, "INFORMATION_TRANSFERRED", late ? "För sent (LUS 3:2)." : null);
        List<Addressee> to = admissions.told(number).stream().filter(r -> !form.withheld().contains(r.key())).toList();
        to.forEach(r -> disclosures.open(number, r.key(), Ground.STATUTORY_DUTY, GROUND, "INFORMATION_TRANSFER"));
        notices.tell(number, NoticeKind.INFORMATION_TRANSFERRED, to);
        closeReading(number);
    }

    /** Ends the ward's task where the transfer came as a message. */
    void endTask(String caseNumber) {
        processes.correlate(caseNumber, "information_overford", Map.of());
    }

    /** The day is over: noted, counted, and the ward's managers told. */
    void noteLate(String caseNumber) {
        String ward = admissions.of(caseNumber).wardUnit();
        log.add(caseNumber, "TRANSFER_OVERDUE");
        notices.tell(caseNumber, NoticeKind.TRANSFER_LATE, List.of(Addressee.unit(ward), Addressee.managersOf(ward)));
    }
}
