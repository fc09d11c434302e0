package se.sip.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sip.Clause;

/** The table {@code samtycke}, row by row: each case names the row that must decide it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentTableTest {

    private static final File FILE = new File("decisions/samtycke.dmn");
    private static final int ROWS = 29;
    private final Set<String> hit = new LinkedHashSet<>();
    private final DmnEngine engine = engine();
    private final DmnDecision table = table();

    /** Facts are written as {@code name=value}, over a child whose one answer of each kind is yet to come. */
    @ParameterizedTest(name = "row {0}: {3}")
    @CsvSource(delimiter = '|', value = {
        " 1 | INCOMPLETE_SCOPE    | NONE      | informed=false guardians=ALL_YES",
        " 1 | INCOMPLETE_SCOPE    | NONE      | informed=false guardians=A_NO",
        " 2 | REFUSED_ACCEPT      | NONE      | age=18 own=NO guardians=ALL_YES",
        " 3 | REFUSED_ACCEPT      | NONE      | own=NO maturity=CAN_DECIDE guardians=ALL_YES",
        " 4 | MISSING_GUARDIAN    | NONE      | guardians=A_NO own=YES maturity=NOT_ASSESSED age=17",
        " 5 | REFUSED_ACCEPT      | NONE      | guardians=A_NO maturity=CANNOT_DECIDE own=YES",
        " 5 | REFUSED_ACCEPT      | NONE      | guardians=A_NO recipients=0 informationKinds=0",
        " 6 | REFUSED_ACCEPT      | NONE      | guardians=NONE representative=NO",
        " 7 | INCOMPLETE_SCOPE    | NONE      | guardians=ALL_YES recipients=0",
        " 8 | INCOMPLETE_SCOPE    | NONE      | guardians=ALL_YES informationKinds=0",
        " 9 | EXPIRED             | NONE      | guardians=ALL_YES expired=true",
        " 9 | EXPIRED             | NONE      | age=19 own=YES expired=true",
        "10 | VALID               | CONSENT   | age=18 own=YES guardians=A_NO",
        "11 | MISSING_CHILD       | NONE      | age=18 guardians=ALL_YES",
        "12 | VALID               | CONSENT   | age=19 capacity=false representative=YES",
        "13 | VALID               | CONSENT   | age=19 capacity=false presumed=true",
        "14 | VALID               | HARM_TEST | age=19 capacity=false ground=HARM_TEST_ALLOWED",
        "15 | NEEDS_HARM_TEST     | NONE      | age=19 capacity=false ground=HARM_TEST_PENDING",
        "16 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false",
        "16 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false presumed=true county=halland",
        "16 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false presumed=true own=NO",
        "16 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false representative=NO",
        "16 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false representative=YES own=NO",
        "17 | VALID               | CONSENT   | guardians=A_NO own=YES maturity=CAN_DECIDE",
        "17 | VALID               | CONSENT   | guardians=MISSING own=YES maturity=CAN_DECIDE age=12",
        "18 | VALID               | HARM_TEST | obstacle=THREAT ground=HARM_TEST_ALLOWED guardians=A_NO",
        "19 | VALID               | CONSENT   | obstacle=LVU ground=SOCIAL_BOARD guardians=MISSING",
        "20 | NEEDS_HARM_TEST     | NONE      | obstacle=UNREACHABLE ground=HARM_TEST_PENDING guardians=NONE",
        "21 | ALT_GROUND_REQUIRED | NONE      | obstacle=THREAT guardians=MISSING",
        "21 | ALT_GROUND_REQUIRED | NONE      | obstacle=LVU guardians=A_NO",
        "21 | ALT_GROUND_REQUIRED | NONE      | obstacle=THREAT ground=HARM_TEST_DENIED guardians=ALL_YES",
        "22 | MISSING_GUARDIAN    | NONE      | presumed=true guardians=ALL_YES",
        "23 | MISSING_CHILD       | NONE      | maturity=CAN_DECIDE guardians=ALL_YES",
        "24 | MISSING_GUARDIAN    | NONE      | guardians=MISSING",
        "25 | MISSING_CHILD       | NONE      | guardians=ALL_YES own=NO",
        "25 | MISSING_CHILD       | NONE      | guardians=HINDERED_OTHERS_YES own=NO",
        "26 | VALID               | CONSENT   | guardians=ALL_YES",
        "26 | VALID               | CONSENT   | guardians=ALL_YES own=NO maturity=CANNOT_DECIDE",
        "27 | VALID               | CONSENT   | guardians=HINDERED_OTHERS_YES",
        "28 | VALID               | CONSENT   | guardians=NONE representative=YES",
        "29 | MISSING_GUARDIAN    | NONE      | guardians=NONE"})
    @Clause({"VGV-08", "VGV-21", "VGV-22", "VGV-24", "VGU-43", "VGU-58", "VGU-61", "VGU-63", "VGU-67", "VGU-68",
        "VGU-69"})
    void eachRowDecides(int row, String outcome, String ground, String facts) {
        var result = decide(facts(facts));

        assertThat(result.get("outcome")).isEqualTo(outcome);
        assertThat(result.get("ground")).isEqualTo(ground);
        assertThat(result.get("rule")).isEqualTo("samtycke_" + row);
    }

    @Test
    void aRowWithoutACaseIsFound() {
        assertThat(Dmn.readModelFromFile(FILE).getModelElementsByType(Rule.class)).hasSize(ROWS)
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).matches("(?s)[^:]+.*: .+\\."));
        var cases = ConsentTableTest.class.getDeclaredMethods();
        var covered = IntStream.range(0, cases.length).mapToObj(i -> cases[i].getAnnotation(CsvSource.class))
                .filter(source -> source != null).flatMap(source -> List.of(source.value()).stream())
                .map(line -> Integer.valueOf(line.split("\\|")[0].strip())).distinct().toList();
        assertThat(covered).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    /** No combination of answers is left out, and none of them turns a no into a yes. */
    @Test
    @Clause({"VGU-68", "VGV-08"})
    void noCombinationOverridesANo() {
        for (String own : List.of("YES", "NO", "NOT_ASKED")) {
            for (String representative : List.of("NONE", "YES", "NO")) {
                checkAdult(own, representative, "NONE");
                checkAdult(own, representative, "HARM_TEST_ALLOWED");
                for (String guardians : List.of("ALL_YES", "A_NO", "MISSING", "HINDERED_OTHERS_YES", "NONE")) {
                    for (Maturity maturity : Maturity.values()) {
                        checkChild(own, representative, "HARM_TEST_ALLOWED", guardians, maturity);
                    }
                }
            }
        }
    }

    private void checkAdult(String own, String representative, String ground) {
        for (String capacity : List.of("true", "false")) {
            String outcome = outcome("age=19 capacity=" + capacity + " own=" + own + " representative="
                    + representative + " ground=" + ground);
            if (capacity.equals("true")) {
                assertThat(outcome).isEqualTo(switch (own) {
                    case "YES" -> "VALID";
                    case "NO" -> "REFUSED_ACCEPT";
                    default -> "MISSING_CHILD";
                });
            } else {
                assertThat(outcome).as("never rejected").isIn("VALID", "ALT_GROUND_REQUIRED");
            }
        }
    }

    private void checkChild(String own, String representative, String ground, String guardians, Maturity maturity) {
        String outcome = outcome("own=" + own + " representative=" + representative + " ground=" + ground
                + " guardians=" + guardians + " maturity=" + maturity);
        boolean alone = maturity == Maturity.CAN_DECIDE;
        if (guardians.equals("A_NO") && !alone || own.equals("NO") && alone) {
            assertThat(outcome).isIn("REFUSED_ACCEPT", "MISSING_GUARDIAN");
        }
        if (outcome.equals("VALID") && !alone) {
            assertThat(guardians).isIn("ALL_YES", "HINDERED_OTHERS_YES", "NONE");
        }
        assertThat(outcome).as("guardians can be asked, so no other ground is").isNotEqualTo("ALT_GROUND_REQUIRED");
    }

    private String outcome(String facts) {
        return (String) decide(facts(facts)).get("outcome");
    }

    private Map<String, Object> decide(Map<String, Object> facts) {
        hit.clear();
        var rows = engine.evaluateDecisionTable(table, facts);
        assertThat(rows).as("a row for %s", facts).hasSize(1);
        var result = new HashMap<String, Object>(rows.getSingleResult());
        result.put("rule", hit.iterator().next());
        return result;
    }

    private static Map<String, Object> facts(String changes) {
        Map<String, Object> facts = new HashMap<>(Map.ofEntries(Map.entry("county", "vgr"), Map.entry("age", 11),
                Map.entry("capacity", true), Map.entry("informed", true), Map.entry("recipients", 2),
                Map.entry("informationKinds", 1), Map.entry("expired", false), Map.entry("guardians", "MISSING"),
                Map.entry("own", "NOT_ASKED"), Map.entry("presumed", false), Map.entry("maturity", "NOT_ASSESSED"),
                Map.entry("representative", "NONE"), Map.entry("obstacle", "NONE"), Map.entry("ground", "NONE")));
        for (String change : changes.strip().split(" +")) {
            String name = change.split("=")[0];
            String value = change.split("=")[1];
            assertThat(facts).containsKey(name);
            facts.put(name, value.matches("true|false") ? Boolean.valueOf(value)
                    : value.matches("\\d+") ? Integer.valueOf(value) : value);
        }
        return facts;
    }

    private DmnEngine engine() {
        var configuration = (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration
                .createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add((DmnDecisionTableEvaluationEvent event) ->
                event.getMatchingRules().stream().limit(1).forEach(r -> hit.add(r.getId())));
        return configuration.buildEngine();
    }

    private DmnDecision table() {
        try (var content = new FileInputStream(FILE)) {
            return engine.parseDecision("samtycke", content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
