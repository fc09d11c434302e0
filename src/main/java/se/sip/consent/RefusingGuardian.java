package se.sip.consent;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.Guardian;
import se.sip.casefile.GuardianLimit;
import se.sip.consent.ConsentAnswer.Answerer;

/**
 * A guardian who refuses what a mature child decides alone (HAL-56) is told nothing, unless the child wishes it: the
 * consent is the child's, and so is the secrecy (OSL 12:3).
 */
@Component
class RefusingGuardian implements GuardianLimit {

    private final Consents consents;

    RefusingGuardian(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Optional<String> of(CaseFile caseFile, Guardian guardian) {
        return consents.current(caseFile.number()).filter(RefusingGuardian::isTheChildsOwn)
                .flatMap(c -> c.answerOf(guardian.id(), guardian.name()))
                .filter(a -> a.exchange() == ExchangeAnswer.NO)
                .map(a -> "har sagt nej, och barnet bestämmer självt: får inte kallelse, deltagarlista eller plan");
    }

    private static boolean isTheChildsOwn(Consent consent) {
        return consent.maturity() == Maturity.CAN_DECIDE && !Boolean.TRUE.equals(consent.tellRefusing())
                && consent.answerOf(Answerer.PERSON).filter(ConsentAnswer::isYes).isPresent();
    }
}
