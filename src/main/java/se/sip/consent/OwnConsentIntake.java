package se.sip.consent;

import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionRecords;
import se.sip.unit.UnitRepository;

/** The person's own, asked for at 18 (VGV-22); what it holds is carried over. */
@Component
class OwnConsentIntake extends ConsentIntake {

    OwnConsentIntake(Consents consents, CaseFiles cases, UnitRepository units, DecisionRecords decisions,
            ConsentQuestions questions) {
        super(Consent.Kind.OWN, consents, cases, units, decisions, questions);
    }

    @Override
    public String form() {
        return "eget_samtycke";
    }
}
