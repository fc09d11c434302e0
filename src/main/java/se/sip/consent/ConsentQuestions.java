package se.sip.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;

/**
 * What a county asks when it asks for consent, and in which forms it may be given: its tables {@code samtyckesfragor}
 * and {@code samtyckesformer}.
 */
@Component
class ConsentQuestions {

    private static final String QUESTIONS = "samtyckesfragor";
    private static final String FORMS = "samtyckesformer";
    private static final String PRESUMED = "PRESUMED";
    private final DecisionTables tables;

    ConsentQuestions(DecisionTables tables) {
        this.tables = tables;
    }

    /** An answer to choose, as a form takes it: with the clause it rests on. */
    record Choice(String value, String label, String help) {
    }

    /** Whether the plan is asked about apart from the exchange of information (VGU-65), or in one (HAL-40). */
    boolean twoParts(String county, boolean adult) {
        return ask(county, "TWO_PARTS", adult).yes("asked");
    }

    /** Whether one guardian's consent may be left out as a documented exception (HAL-44). */
    boolean guardianExemption(String county, boolean adult) {
        return ask(county, "GUARDIAN_EXEMPTION", adult).yes("asked");
    }

    /** Whether consent may be presumed (VGU-58): never a child's. */
    boolean mayBePresumed(String county, boolean adult) {
        return form(county, adult, PRESUMED).yes("offered");
    }

    /** The forms that may be chosen, the preferred one first. */
    List<Choice> manners(String county, boolean adult) {
        var preferred = new ArrayList<Choice>();
        var others = new ArrayList<Choice>();
        for (Manner manner : Manner.values()) {
            DecisionAnswer answer = form(county, adult, manner.name());
            if (answer.yes("offered")) {
                boolean first = answer.yes("preferred");
                String label = manner.swedish().substring(0, 1).toUpperCase(Locale.ROOT) + manner.swedish().substring(1);
                (first ? preferred : others).add(new Choice(manner.name(), label + (first ? " (i första hand)" : ""),
                        why(answer)));
            }
        }
        preferred.addAll(others);
        return preferred;
    }

    /** The exception to choose for a guardian; none where the county has none. */
    List<Choice> exemption(String county, boolean adult) {
        DecisionAnswer answer = ask(county, "GUARDIAN_EXEMPTION", adult);
        return answer.yes("asked") ? List.of(new Choice(ExchangeAnswer.EXEMPT.name(),
                "Tillfrågas inte: dokumenterat undantag", why(answer))) : List.of();
    }

    /** Presumed consent to choose; none where the county has none. */
    List<Choice> presumed(String county, boolean adult) {
        DecisionAnswer answer = form(county, adult, PRESUMED);
        return answer.yes("offered") ? List.of(new Choice(Substitute.PRESUMED.name(),
                "Presumerat: informerad och har inte visat motvilja", why(answer))) : List.of();
    }

    private static String why(DecisionAnswer answer) {
        return answer.why() + " (" + String.join(", ", answer.clauses().values()) + ")";
    }

    private DecisionAnswer ask(String county, String question, boolean adult) {
        return tables.evaluate(county, null, QUESTIONS, Map.of("question", question, "adult", adult));
    }

    private DecisionAnswer form(String county, boolean adult, String manner) {
        return tables.evaluate(county, null, FORMS, Map.of("manner", manner, "adult", adult));
    }
}
