package se.sip.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.tasklist.Faults;

/** What the county says that a plan must hold: its table {@code planens_falt}. The form shows it, the validation asks. */
@Component
class PlanContents {

    /** Names of the fields in the table, and of the rules in {@code forms/plan.html}. */
    static final String NEEDS = "needs";
    static final String OWN_PART = "ownPart";
    static final String LONG_TERM_GOAL = "longTermGoal";
    static final String GOALS = "goals";
    static final String PERFORMER = "performer";
    static final String STARTS_ON = "startsOn";
    static final String HOW_OFTEN = "howOften";
    static final String PLACE = "place";
    static final String CONTACTS = "contacts";
    static final String FOLLOW_UP_PLACE = "followUpPlace";
    static final String VIEWS_DIFFER = "viewsDiffer";
    static final String DESCRIBES_NEEDS = "describesNeeds";
    static final String CLOSER = "closer";
    static final String FAMILY_CONTACT = "familyContact";
    private static final List<String> ALL = List.of(NEEDS, OWN_PART, LONG_TERM_GOAL, GOALS, PERFORMER, STARTS_ON,
            HOW_OFTEN, PLACE, CONTACTS, FOLLOW_UP_PLACE, VIEWS_DIFFER, DESCRIBES_NEEDS, CLOSER, FAMILY_CONTACT);
    private static final String PRODUCT = "PRODUKT";

    private final DecisionTables tables;
    private final CaseFiles cases;

    PlanContents(DecisionTables tables, CaseFiles cases) {
        this.tables = tables;
        this.cases = cases;
    }

    /** How strongly a field is asked for. */
    enum Demand {
        /** The plan is not final without it. */
        SKA,
        /** The question is answered; what the answer calls for is written down. */
        BÖR,
        /** May be filled in. */
        FRITT
    }

    /**
     * One field's rule, as the form shows it.
     *
     * @param clauses ids of the county's clauses; empty where the county has not agreed on anything
     */
    record FieldRule(Demand demand, List<String> clauses, String why) {

        /** Whether an empty field is a fault. */
        boolean required() {
            return demand != Demand.FRITT;
        }
    }

    /** Every field's rule, by name. */
    record Rules(Map<String, FieldRule> byField) {

        boolean requires(String field) {
            return byField.get(field).required();
        }

        /** Adds a fault for a required field that is missing. */
        void demand(String rule, boolean missing, String field, String message, Faults faults) {
            faults.addIf(requires(rule) && missing, field, message);
        }

        /** For the form: star and ground of each field that refers to a rule. */
        Map<String, Object> shown() {
            return byField.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Map.of(
                    "required", e.getValue().required(), "clauses", e.getValue().clauses(),
                    "note", e.getValue().clauses().isEmpty() && !e.getValue().required() ? e.getValue().why() : "")));
        }
    }

    Rules of(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return of(caseFile.county(), caseFile.audience().name());
    }

    Rules of(String county, String audience) {
        var rules = new LinkedHashMap<String, FieldRule>();
        for (String field : ALL) {
            DecisionAnswer row = tables.evaluate(county, null, "planens_falt", Map.of("falt", field, "malgrupp",
                    audience));
            rules.put(field, new FieldRule(Demand.valueOf(row.text("krav")),
                    row.clauses().values().stream().filter(c -> !c.equals(PRODUCT)).toList(), row.why()));
        }
        return new Rules(rules);
    }
}
