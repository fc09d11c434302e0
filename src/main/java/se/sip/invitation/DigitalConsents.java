package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.preparation.Preparations;

/**
 * Whether somebody has said yes to a digital meeting: when it was prepared, or when the invitations were written. A
 * discharge is not prepared with the family, so there the yes is the invitation's (VGU-91, HAL-97).
 */
@Component
class DigitalConsents {

    private final Preparations preparations;
    private final DigitalConsentRepository consents;
    private final CaseLog log;
    private final Clock clock;

    DigitalConsents(Preparations preparations, DigitalConsentRepository consents, CaseLog log, Clock clock) {
        this.preparations = preparations;
        this.consents = consents;
        this.log = log;
        this.clock = clock;
    }

    boolean isGiven(String caseNumber) {
        return preparations.digitalConsent(caseNumber) || consents.existsByCaseNumber(caseNumber);
    }

    void keep(String caseNumber, String givenBy) {
        consents.save(new DigitalConsent(null, caseNumber, givenBy, LocalDateTime.now(clock)));
        log.add(caseNumber, "DIGITAL_CONSENT", givenBy);
    }
}
