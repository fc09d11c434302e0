package se.sip.discharge;

import java.util.Map;
import org.springframework.stereotype.Service;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;

/** Whether discharge has its process in a county: the table {@code utskrivning_galler} (VGU-33, VGB-13, HAL-02). */
@Service
public class DischargeRoutine {

    private static final String ALLOWED = "ALLOWED";
    private static final String REFUSED = "REFUSED";
    private final DecisionTables tables;

    DischargeRoutine(DecisionTables tables) {
        this.tables = tables;
    }

    boolean holdsIn(String county) {
        return ask(county, "ADMISSION").text("outcome").equals(ALLOWED);
    }

    /** Whether the county's guidance says that it does not hold for somebody who is in hospital (HAL-02). */
    public boolean refusesNeedOfInpatient(String county) {
        return ask(county, "NEED").text("outcome").equals(REFUSED);
    }

    /** Why, in Swedish, with the clauses. */
    public String why(String county) {
        DecisionAnswer answer = ask(county, "ADMISSION");
        return answer.why() + " (" + String.join(", ", answer.clauses().values()) + ")";
    }

    private DecisionAnswer ask(String county, String start) {
        return tables.evaluate(county, null, "utskrivning_galler", Map.of("start", start));
    }
}
