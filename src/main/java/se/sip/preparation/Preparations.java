package se.sip.preparation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseLog;

/** What was prepared with the family, for the phases after: goal, purpose, questions, how each takes part. */
@Service
public class Preparations {

    private final PreparationRepository preparations;
    private final CaseLog log;
    private final StaffDirectory staff;
    private final Clock clock;

    Preparations(PreparationRepository preparations, CaseLog log, StaffDirectory staff, Clock clock) {
        this.preparations = preparations;
        this.log = log;
        this.staff = staff;
        this.clock = clock;
    }

    public Optional<Preparation> of(String caseNumber) {
        return preparations.findByCaseNumber(caseNumber);
    }

    /** Whether the family has said yes to a digital meeting (VGU-91). */
    public boolean digitalConsent(String caseNumber) {
        return of(caseNumber).map(p -> Boolean.TRUE.equals(p.digitalConsent())).orElse(false);
    }

    /** Keeps it in place of what was prepared before. */
    Preparation keep(Preparation preparation) {
        var kept = preparations.save(preparation
                .withId(of(preparation.caseNumber()).map(Preparation::id).orElse(null))
                .withSavedAt(LocalDateTime.now(clock))
                .withSavedBy(staff.current().map(StaffDirectory.StaffMember::userId).orElse("systemet")));
        log.add(preparation.caseNumber(), "PREPARED");
        return kept;
    }
}
