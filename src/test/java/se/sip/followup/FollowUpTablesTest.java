package se.sip.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sip.Clause;

/** The tables {@code uppfoljning} and {@code koder}, row by row; a row added without a case fails the count. */
class FollowUpTablesTest {

    private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "region {0}, municipality {1}, goal {2}: {3}")
    @Clause({"VGU-152", "VGU-153", "VGU-156"})
    @CsvSource({
            "true,  true,  UNCHANGED, REVISE",
            "true,  true,  REVISE,    REVISE",
            "true,  true,  RESTART,   RESTART",
            "false, true,  UNCHANGED, CLOSE",
            "true,  false, RESTART,   CLOSE",
            "false, false, REVISE,    CLOSE"})
    void howItGoesOn(boolean region, boolean municipality, String goal, String outcome) throws IOException {
        assertThat(ask("uppfoljning", Map.of("behovRegion", region, "behovKommun", municipality, "malandring", goal,
                "samverkanFungerar", false))
                .getSingleResult().<String>getEntry("utfall")).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, registered {1}: {2}")
    @Clause({"VGU-147", "VGU-155"})
    @CsvSource({
            "PLAN,        false, AU124",
            "PLAN,        true,  INGEN",
            "UPPFOLJNING, false, AW010",
            "UPPFOLJNING, true,  AW010"})
    void whichCodeIsRegistered(String event, boolean registered, String code) throws IOException {
        assertThat(ask("koder", Map.of("handelse", event, "redanRegistrerad", registered, "malgrupp", "CHILD",
                "halsoOchSjukvard", true)).getSingleResult()
                .<String>getEntry("kod")).isEqualTo(code);
    }

    @Test
    void everyRowIsTried() throws IOException {
        assertThat(rows("uppfoljning")).as("rows of uppfoljning").isEqualTo(5);
        assertThat(rows("koder")).as("rows of koder").isEqualTo(5);
    }

    /** Every answer of the form is covered: a UNIQUE table without a row for it would stop the case. */
    @Test
    void noAnswerIsLeftOut() throws IOException {
        for (boolean region : new boolean[] {true, false}) {
            for (boolean municipality : new boolean[] {true, false}) {
                for (FollowUp.GoalChange goal : FollowUp.GoalChange.values()) {
                    var result = ask("uppfoljning", Map.of("behovRegion", region, "behovKommun", municipality,
                            "malandring", goal.name(), "samverkanFungerar", true));
                    assertThat(result).as("%s %s %s", region, municipality, goal).hasSize(1);
                    assertThat(FollowUp.Outcome.valueOf(result.getSingleResult().getEntry("utfall"))).isNotNull();
                }
            }
        }
    }

    private DmnDecisionResult ask(String table, Map<String, Object> inputs) throws IOException {
        try (var file = new FileInputStream("decisions/vgr/" + table + ".dmn")) {
            return engine.evaluateDecision(engine.parseDecision(table, file), inputs);
        }
    }

    private static int rows(String table) throws IOException {
        try (var file = new FileInputStream("decisions/vgr/" + table + ".dmn")) {
            return Dmn.readModelFromStream(file).getModelElementsByType(Rule.class).size();
        }
    }
}
