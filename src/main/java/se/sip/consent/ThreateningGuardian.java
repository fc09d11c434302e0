package se.sip.consent;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.Guardian;
import se.sip.casefile.GuardianLimit;

/**
 * A guardian who is a threat to the child gets nothing (OSL 12:3): where the consent states a threat, with decider and
 * reason, none of those who have not themselves said yes is told of anything. Whoever has said yes was asked, and was
 * not the threat.
 */
@Component
class ThreateningGuardian implements GuardianLimit {

    private final Consents consents;

    ThreateningGuardian(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Optional<String> of(CaseFile caseFile, Guardian guardian) {
        return consents.current(caseFile.number()).filter(c -> c.obstacle() == Obstacle.THREAT)
                .filter(c -> c.answerOf(guardian.id(), guardian.name()).filter(ConsentAnswer::isYes).isEmpty())
                .map(c -> "är bedömd som ett hot: får varken kallelse, deltagarlista, plan eller besked");
    }
}
