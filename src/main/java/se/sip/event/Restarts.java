package se.sip.event;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CaseOrigin;
import se.sip.casefile.CasePhase;
import se.sip.casefile.CaseStatus;
import se.sip.deadline.CaseDates;

/** A SIP that is closed because its goal changed gives way to a new one (VGU-153, VGU-154, VGU-159). */
@Service
@Transactional
class Restarts {

    private final CaseFiles cases;
    private final CaseLog log;
    private final Reopening reopening;
    private final CaseDates dates;
    private final Clock clock;

    Restarts(CaseFiles cases, CaseLog log, Reopening reopening, CaseDates dates, Clock clock) {
        this.cases = cases;
        this.log = log;
        this.reopening = reopening;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * A new case for the same person: the need is known, so it starts with preparing and asks for a new consent. Its
     * time counts from today.
     *
     * @return its number
     */
    String startInsteadOf(String closedNumber) {
        CaseFile old = cases.byNumber(closedNumber);
        LocalDate today = LocalDate.now(clock);
        String number = cases.nextNumber();
        cases.save(new CaseFile(null, number, old.county(), old.personId(), old.audience(), CaseStatus.OPEN,
                CasePhase.PREPARE, old.convenerUnit(), old.convenerUser(), CaseOrigin.OWN_ASSESSMENT, null, null, today, today, false,
                null, old.indicators(), old.riskGroups(), old.needsFrom(), old.needDescription(), old.inpatient(),
                null, null, null, null, null, null, null, closedNumber, 0));
        log.add(number, "RESTARTED_FROM", "Ny SIP efter " + closedNumber + ": målet har ändrats påtagligt.");
        log.add(closedNumber, "RESTARTED_AS", "Ny SIP: " + number + ".");
        dates.keep(number);
        reopening.startAt(number, CasePhase.PREPARE);
        return number;
    }
}
