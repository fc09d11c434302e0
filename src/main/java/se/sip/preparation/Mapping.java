package se.sip.preparation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.tasklist.Faults;

/**
 * Whether strengths, difficulties and what the person can take responsibility for must be mapped before the meeting: the
 * county's table {@code kartlaggning} (HAL-61, VGU-51).
 */
@Component
class Mapping {

    private static final String PRODUCT = "PRODUKT";

    private final DecisionTables tables;

    Mapping(DecisionTables tables) {
        this.tables = tables;
    }

    /** @param clauses the county's own; empty where it has agreed on nothing */
    record Rule(boolean required, List<String> clauses, String why) {

        /** For the form: star and ground of the fields that refer to the rule. */
        Map<String, Object> shown() {
            return Map.of("required", required, "clauses", clauses, "note", clauses.isEmpty() ? why : "");
        }
    }

    void check(PreparationForm form, CaseFile caseFile, Faults faults) {
        if (of(caseFile).required()) {
            faults.addIf(isBlank(form.strengthsAndDifficulties()), "strengthsAndDifficulties",
                    "Skriv vilka styrkor och svårigheter ni har kartlagt (HAL-61, VGU-51).")
                    .addIf(isBlank(form.ownResponsibility()), "ownResponsibility",
                            "Skriv vad den ni planerar för själv kan ta ansvar för (HAL-61, VGU-51).");
        }
    }

    Rule of(CaseFile caseFile) {
        DecisionAnswer row = tables.evaluate(caseFile, "kartlaggning",
                Map.of("malgrupp", caseFile.audience().name()));
        return new Rule(row.text("krav").equals("SKA"),
                row.clauses().values().stream().filter(c -> !c.equals(PRODUCT)).toList(), row.why());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
