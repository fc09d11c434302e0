package se.sip.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionRecords;
import se.sip.preparation.Preparations;
import se.sip.tasklist.FormSituation;
import se.sip.unit.UnitRepository;

/** Asked for in phase 3, with everything it takes; starts from what the family said when it prepared. */
@Component
class AskedConsentIntake extends ConsentIntake {

    private final Preparations preparations;

    AskedConsentIntake(Consents consents, CaseFiles cases, UnitRepository units, DecisionRecords decisions,
            ConsentQuestions questions, Preparations preparations) {
        super(Consent.Kind.ASKED, consents, cases, units, decisions, questions);
        this.preparations = preparations;
    }

    @Override
    public String form() {
        return "samtycke";
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new HashMap<>(super.known(where));
        preparations.of(where.caseNumber()).ifPresent(p -> {
            known.putIfAbsent("informed", true);
            known.putIfAbsent("informedOn", p.informedOn());
        });
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var choices = new HashMap<>(super.choices(where));
        preparations.of(where.caseNumber()).map(p -> p.notWished()).filter(t -> !isBlank(t))
                .ifPresent(t -> choices.put("notWished", List.of("Under förberedelsen sades: " + t)));
        return choices;
    }
}
