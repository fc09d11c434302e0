package se.sip.event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Person;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Receipts;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.CaseProcesses;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;

/**
 * Looks every morning through the records for what no timer knows: a consent about to end (VGU-63), a person who
 * turns 18 (VGV-22, so that no birth date sits in a timer), a receipt that has not come.
 */
@Service("dagligKontroll")
@CallableFromDiagram
@Transactional
public class DailyCheck {

    private final CaseFiles cases;
    private final Consents consents;
    private final Plans plans;
    private final DailyFindingRepository findings;
    private final CaseProcesses processes;
    private final Notices notices;
    private final Disclosures disclosures;
    private final Receipts receipts;
    private final CaseLog log;
    private final Clock clock;
    private final String cron;

    DailyCheck(CaseFiles cases, Consents consents, Plans plans, DailyFindingRepository findings,
            CaseProcesses processes, Notices notices, Disclosures disclosures, Receipts receipts,
            CaseLog log, Clock clock,
            @Value("${sip.daily-check:0 0 5 * * ?}") String cron) {
        this.cases = cases;
        this.consents = consents;
        this.plans = plans;
        this.findings = findings;
        this.processes = processes;
        this.notices = notices;
        this.disclosures = disclosures;
        this.receipts = receipts;
        this.log = log;
        this.clock = clock;
        this.cron = cron;
    }

    /** When it runs, as a cron expression: five in the morning where no setting says otherwise. */
    public String klockslag() {
        return cron;
    }

    /** Whether the check of today would have anything to tell. */
    public boolean findsSomethingIn(String county) {
        return !findingsIn(county).isEmpty();
    }

    /** Keys of what is new in the county's running cases today. */
    List<String> findingsIn(String county) {
        var found = new ArrayList<String>();
        for (CaseFile caseFile : cases.open(county)) {
            look(caseFile).stream()
                    .filter(f -> !findings.existsByCaseNumberAndKindAndOccasion(f.caseNumber(), f.kind(), f.occasion()))
                    .map(DailyFinding::key).forEach(found::add);
        }
        return found;
    }

    private List<DailyFinding> look(CaseFile caseFile) {
        var found = new ArrayList<DailyFinding>();
        LocalDate today = LocalDate.now(clock);
        String number = caseFile.number();
        consents.endsOn(number).ifPresent(last -> {
            if (today.isAfter(last)) {
                found.add(finding(number, DailyFinding.Kind.CONSENT_EXPIRED, last.toString()));
            } else if (consents.reminderOn(number).filter(day -> !today.isBefore(day)).isPresent()) {
                found.add(finding(number, DailyFinding.Kind.CONSENT_ENDING, last.toString()));
            }
        });
        Person person = cases.personOf(caseFile);
        if (person.isAdultOn(today) && !person.isAdultOn(caseFile.openedOn())) {
            found.add(finding(number, DailyFinding.Kind.TURNED_18, "18"));
        }
        receipts.missing(number).forEach(m -> found.add(finding(number, switch (m.step()) {
            case REMINDER -> DailyFinding.Kind.RECEIPT_MISSING;
            case MANAGER -> DailyFinding.Kind.RECEIPT_OVERDUE;
        }, String.valueOf(m.deliveryId()))));
        return found;
    }

    private DailyFinding finding(String number, DailyFinding.Kind kind, String occasion) {
        return new DailyFinding(null, number, kind, occasion, LocalDateTime.now(clock));
    }

    /** Tells one case of one finding, once. */
    void tell(String key) {
        DailyFinding finding = DailyFinding.of(key, LocalDateTime.now(clock));
        if (findings.existsByCaseNumberAndKindAndOccasion(finding.caseNumber(), finding.kind(), finding.occasion())) {
            return;
        }
        findings.save(finding);
        String number = finding.caseNumber();
        CaseFile caseFile = cases.byNumber(number);
        Addressee responsible = Addressee.unit(plans.current(number).map(PlanVersion::responsibleUnit)
                .orElse(caseFile.convenerUnit()));
        log.add(number, "FOUND_" + finding.kind());
        switch (finding.kind()) {
            case CONSENT_ENDING -> {
                notices.tell(number, NoticeKind.CONSENT_ENDING, List.of(responsible));
                processes.correlate(number, "samtycke_gar_ut", Map.of());
            }
            case CONSENT_EXPIRED -> {
                plans.rest(number, NoticeKind.CONSENT_EXPIRED.swedish());
                plans.current(number).ifPresent(resting -> disclosures.closeAll(number));
                notices.tell(number, NoticeKind.CONSENT_EXPIRED, List.of(responsible));
                if (!findings.existsByCaseNumberAndKindAndOccasion(number, DailyFinding.Kind.CONSENT_ENDING,
                        finding.occasion())) {
                    processes.correlate(number, "samtycke_gar_ut", Map.of());
                }
            }
            case TURNED_18 -> {
                notices.tell(number, NoticeKind.TURNED_18, List.of(responsible));
                processes.correlate(number, "fyller_18", Map.of());
            }
            case RECEIPT_MISSING -> receipts.ask(Long.parseLong(finding.occasion()), Receipts.Step.REMINDER);
            case RECEIPT_OVERDUE -> receipts.ask(Long.parseLong(finding.occasion()), Receipts.Step.MANAGER);
        }
    }
}
