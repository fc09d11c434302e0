package se.sip.consent;

import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionRecords;
import se.sip.unit.UnitRepository;

/** Asked for again before it runs out; what it holds is carried over. */
@Component
class RenewalConsentIntake extends ConsentIntake {

    RenewalConsentIntake(Consents consents, CaseFiles cases, UnitRepository units, DecisionRecords decisions,
            ConsentQuestions questions) {
        super(Consent.Kind.RENEWAL, consents, cases, units, decisions, questions);
    }

    @Override
    public String form() {
        return "fornya_samtycke";
    }
}
