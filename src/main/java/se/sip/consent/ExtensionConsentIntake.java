package se.sip.consent;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.decision.DecisionRecords;
import se.sip.tasklist.FormSituation;
import se.sip.unit.UnitRepository;

/** Asked for before units that came later are given anything (VGV-08); ends with the consent it extends. */
@Component
class ExtensionConsentIntake extends ConsentIntake {

    ExtensionConsentIntake(Consents consents, CaseFiles cases, UnitRepository units, DecisionRecords decisions,
            ConsentQuestions questions) {
        super(Consent.Kind.EXTENSION, consents, cases, units, decisions, questions);
    }

    @Override
    public String form() {
        return "utokat_samtycke";
    }

    @Override
    List<Participant> askedAbout(FormSituation where) {
        return consents().uncovered(where.caseNumber(), where.today());
    }

    @Override
    Optional<Long> extended(FormSituation where) {
        return consents().current(where.caseNumber()).map(Consent::id);
    }
}
