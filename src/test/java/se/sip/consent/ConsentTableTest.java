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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** The table {@code samtycke} of every county, row by row: each case names the row that must decide it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentTableTest {

    private static final int ROWS = 33;
    private static final Map<String, File> FILES = Map.of("", new File("decisions/samtycke.dmn"), "vgr",
            new File("decisions/vgr/samtycke.dmn"), "halland", new File("decisions/halland/samtycke.dmn"));
    private final Set<String> hit = new LinkedHashSet<>();
    private final DmnEngine engine = engine();
    private final Map<String, DmnDecision> tables = FILES.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, file -> table(file.getValue())));

    /** Facts are written as {@code name=value}, over a child whose one answer of each kind is yet to come. */
    @ParameterizedTest(name = "row {0}: {3}")
    @CsvSource(delimiter = '|', value = {
        " 1 | INCOMPLETE_SCOPE    | NONE      | informed=false guardians=ALL_YES",
        " 1 | INCOMPLETE_SCOPE    | NONE      | informed=false guardians=A_NO",
        " 1 | INCOMPLETE_SCOPE    | NONE      | age=18 informed=false own=YES",
        " 1 | INCOMPLETE_SCOPE    | NONE      | age=80 informed=false capacity=false presumed=true",
        " 2 | INCOMPLETE_SCOPE    | NONE      | informed=false obstacle=THREAT own=YES maturity=CAN_DECIDE age=17",
        " 3 | REFUSED_ACCEPT      | NONE      | age=18 own=NO guardians=ALL_YES",
        " 3 | REFUSED_ACCEPT      | NONE      | age=18 own=NO recipients=0 informationKinds=0",
        " 4 | REFUSED_ACCEPT      | NONE      | own=NO maturity=CAN_DECIDE guardians=ALL_YES",
        " 4 | REFUSED_ACCEPT      | NONE      | age=17 own=NO maturity=CAN_DECIDE obstacle=THREAT",
        " 5 | MISSING_GUARDIAN    | NONE      | guardians=A_NO own=YES maturity=NOT_ASSESSED age=17",
        " 6 | REFUSED_ACCEPT      | NONE      | guardians=A_NO maturity=CANNOT_DECIDE own=YES age=17",
        " 6 | REFUSED_ACCEPT      | NONE      | guardians=A_NO maturity=CANNOT_DECIDE own=YES age=5",
        " 6 | REFUSED_ACCEPT      | NONE      | guardians=A_NO recipients=0 informationKinds=0",
        " 6 | REFUSED_ACCEPT      | NONE      | guardians=A_NO own=NO",
        " 7 | REFUSED_ACCEPT      | NONE      | guardians=NONE representative=NO",
        " 8 | REFUSED_ACCEPT      | NONE      | guardians=NONE representative=NO obstacle=UNREACHABLE",
        " 8 | REFUSED_ACCEPT      | NONE      | guardians=MISSING representative=NO obstacle=UNREACHABLE",
        " 9 | INCOMPLETE_SCOPE    | NONE      | guardians=ALL_YES recipients=0",
        "10 | INCOMPLETE_SCOPE    | NONE      | guardians=ALL_YES informationKinds=0",
        "11 | EXPIRED             | NONE      | guardians=ALL_YES expired=true",
        "11 | EXPIRED             | NONE      | age=19 own=YES expired=true",
        "12 | VALID               | CONSENT   | age=18 own=YES guardians=A_NO",
        "12 | VALID               | CONSENT   | age=18 own=YES recipients=1 informationKinds=1",
        "13 | MISSING_CHILD       | NONE      | age=18 guardians=ALL_YES",
        "13 | MISSING_CHILD       | NONE      | age=18 presumed=true",
        "13 | MISSING_CHILD       | NONE      | age=18 representative=YES",
        "14 | VALID               | CONSENT   | age=19 capacity=false representative=YES",
        "14 | VALID               | CONSENT   | age=18 capacity=false representative=YES own=YES",
        "15 | VALID               | HARM_TEST | age=19 capacity=false ground=HARM_TEST_ALLOWED",
        "17 | NEEDS_HARM_TEST     | NONE      | age=19 capacity=false ground=HARM_TEST_PENDING",
        "17 | NEEDS_HARM_TEST     | NONE      | age=19 capacity=false ground=HARM_TEST_PENDING presumed=true",
        "18 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false",
        "18 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false own=YES",
        "18 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false presumed=true own=NO",
        "18 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false representative=NO",
        "18 | ALT_GROUND_REQUIRED | NONE      | age=19 capacity=false representative=YES own=NO",
        "18 | ALT_GROUND_REQUIRED | NONE      | age=18 capacity=false ground=HARM_TEST_DENIED",
        "19 | VALID               | CONSENT   | guardians=A_NO own=YES maturity=CAN_DECIDE",
        "19 | VALID               | CONSENT   | guardians=MISSING own=YES maturity=CAN_DECIDE age=12",
        "20 | VALID               | HARM_TEST | obstacle=THREAT ground=HARM_TEST_ALLOWED guardians=A_NO",
        "21 | VALID               | CONSENT   | obstacle=LVU ground=SOCIAL_BOARD guardians=MISSING",
        "22 | NEEDS_HARM_TEST     | NONE      | obstacle=UNREACHABLE ground=HARM_TEST_PENDING guardians=NONE",
        "23 | VALID               | CONSENT   | obstacle=UNREACHABLE guardians=NONE representative=YES",
        "23 | VALID               | CONSENT   | obstacle=UNREACHABLE guardians=MISSING representative=YES",
        "24 | ALT_GROUND_REQUIRED | NONE      | obstacle=THREAT guardians=MISSING",
        "24 | ALT_GROUND_REQUIRED | NONE      | obstacle=THREAT guardians=MISSING representative=YES",
        "24 | ALT_GROUND_REQUIRED | NONE      | obstacle=LVU guardians=A_NO",
        "24 | ALT_GROUND_REQUIRED | NONE      | obstacle=THREAT ground=SOCIAL_BOARD guardians=ALL_YES",
        "24 | ALT_GROUND_REQUIRED | NONE      | obstacle=THREAT ground=HARM_TEST_DENIED guardians=ALL_YES",
        "25 | MISSING_GUARDIAN    | NONE      | presumed=true guardians=ALL_YES age=17",
        "26 | MISSING_CHILD       | NONE      | maturity=CAN_DECIDE guardians=ALL_YES",
        "27 | MISSING_GUARDIAN    | NONE      | guardians=MISSING",
        "27 | MISSING_GUARDIAN    | NONE      | guardians=MISSING own=YES age=17",
        "27 | MISSING_GUARDIAN    | NONE      | guardians=MISSING ground=HARM_TEST_ALLOWED",
        "28 | MISSING_CHILD       | NONE      | guardians=ALL_YES own=NO",
        "28 | MISSING_CHILD       | NONE      | guardians=HINDERED_OTHERS_YES own=NO",
        "28 | MISSING_CHILD       | NONE      | guardians=EXEMPT_OTHERS_YES own=NO",
        "29 | VALID               | CONSENT   | guardians=ALL_YES age=17",
        "29 | VALID               | CONSENT   | guardians=ALL_YES own=NO maturity=CANNOT_DECIDE",
        "30 | VALID               | CONSENT   | guardians=HINDERED_OTHERS_YES",
        "32 | VALID               | CONSENT   | guardians=NONE representative=YES",
        "33 | MISSING_GUARDIAN    | NONE      | guardians=NONE"})
    @Clause({"VGV-08", "VGV-21", "VGV-22", "VGV-24", "VGU-43", "VGU-58", "VGU-61", "VGU-63", "VGU-67", "VGU-68",
        "VGU-69", "HAL-40", "HAL-42", "HAL-43", "HAL-47", "HAL-49", "HAL-51", "HAL-52", "HAL-53", "HAL-54", "HAL-55",
        "HAL-56"})
    void eachRowDecidesAlikeInEveryCounty(int row, String outcome, String ground, String facts) {
        for (String county : FILES.keySet()) {
            decidedBy(county, row, outcome, ground, facts);
        }
    }

    /** Presumed consent is Västra Götaland's alone, the exception from a guardian's consent Halland's. */
    @ParameterizedTest(name = "{0}, row {1}: {4}")
    @CsvSource(delimiter = '|', value = {
        "vgr     | 16 | VALID               | CONSENT | age=18 capacity=false presumed=true",
        "halland | 16 | ALT_GROUND_REQUIRED | NONE    | age=18 capacity=false presumed=true",
        "''      | 16 | ALT_GROUND_REQUIRED | NONE    | age=18 capacity=false presumed=true",
        "halland | 31 | VALID               | CONSENT | guardians=EXEMPT_OTHERS_YES",
        "vgr     | 31 | ALT_GROUND_REQUIRED | NONE    | guardians=EXEMPT_OTHERS_YES",
        "''      | 31 | ALT_GROUND_REQUIRED | NONE    | guardians=EXEMPT_OTHERS_YES own=YES"})
    @Clause({"VGU-58", "HAL-44", "HAL-45"})
    void theCountiesDiffer(String county, int row, String outcome, String ground, String facts) {
        decidedBy(county, row, outcome, ground, facts);
    }

    private void decidedBy(String county, int row, String outcome, String ground, String facts) {
        var result = decide(county, facts(facts));

        assertThat(result.get("outcome")).as("in '%s'", county).isEqualTo(outcome);
        assertThat(result.get("ground")).isEqualTo(ground);
        assertThat(result.get("rule")).isEqualTo("samtycke_" + row);
    }

    @Test
    void aRowWithoutACaseIsFound() {
        var cases = Stream.of(ConsentTableTest.class.getDeclaredMethods())
                .map(m -> m.getAnnotation(CsvSource.class)).filter(source -> source != null)
                .flatMap(source -> Stream.of(source.value()))
                .map(line -> Integer.valueOf(line.replaceFirst("^(vgr|halland|'') *\\|", "").split("\\|")[0].strip()))
                .collect(Collectors.toSet());
        assertThat(cases).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, ROWS).boxed().toList());
        FILES.forEach((county, file) -> assertThat(Dmn.readModelFromFile(file).getModelElementsByType(Rule.class))
                .as("rows of '%s'", county).hasSize(ROWS)
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).matches("(?s)[^:]+.*: .+\\.")));
    }

    /** The base rests on law and product defaults, each county on its own routine and the law. */
    @Test
    void everyCountyCitesItsOwnClauses() {
        assertThat(clausesOf("")).isNotEmpty().noneMatch(c -> c.matches("(VG[BVU]|HAL|BOR)-.*"));
        assertThat(clausesOf("vgr")).contains("VGV-21", "VGU-58").noneMatch(c -> c.matches("(HAL|BOR)-.*"));
        assertThat(clausesOf("halland")).contains("HAL-43", "HAL-44", "HAL-56")
                .noneMatch(c -> c.matches("(VG[BVU]|BOR)-.*"));
    }

    private static Set<String> clausesOf(String county) {
        return Dmn.readModelFromFile(FILES.get(county)).getModelElementsByType(Rule.class).stream()
                .map(rule -> rule.getDescription().getTextContent()).map(text -> text.substring(0, text.indexOf(": ")))
                .flatMap(clauses -> Stream.of(clauses.split(", "))).collect(Collectors.toSet());
    }

    /** No combination of answers is left out in any county, and none of them turns a no into a yes. */
    @Test
    @Clause({"VGU-68", "VGV-08", "HAL-54"})
    void noCombinationOverridesANo() {
        for (String county : FILES.keySet()) {
            for (String own : List.of("YES", "NO", "NOT_ASKED")) {
                for (String representative : List.of("NONE", "YES", "NO")) {
                    checkAdult(county, own, representative, "NONE");
                    checkAdult(county, own, representative, "HARM_TEST_ALLOWED");
                    for (String guardians : List.of("ALL_YES", "A_NO", "MISSING", "HINDERED_OTHERS_YES",
                            "EXEMPT_OTHERS_YES", "NONE")) {
                        for (Maturity maturity : Maturity.values()) {
                            checkChild(county, own, representative, guardians, maturity);
                        }
                    }
                }
            }
        }
    }

    private void checkAdult(String county, String own, String representative, String ground) {
        for (String capacity : List.of("true", "false")) {
            String outcome = outcome(county, "age=19 capacity=" + capacity + " own=" + own + " representative="
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

    private void checkChild(String county, String own, String representative, String guardians, Maturity maturity) {
        String outcome = outcome(county, "own=" + own + " representative=" + representative
                + " ground=HARM_TEST_ALLOWED guardians=" + guardians + " maturity=" + maturity);
        boolean alone = maturity == Maturity.CAN_DECIDE;
        if (guardians.equals("A_NO") && !alone || own.equals("NO") && alone) {
            assertThat(outcome).isIn("REFUSED_ACCEPT", "MISSING_GUARDIAN");
        }
        if (outcome.equals("VALID") && !alone) {
            assertThat(guardians).isIn("ALL_YES", "HINDERED_OTHERS_YES", "EXEMPT_OTHERS_YES", "NONE");
        }
        if (!guardians.equals("EXEMPT_OTHERS_YES")) {
            assertThat(outcome).as("guardians can be asked, so no other ground is").isNotEqualTo("ALT_GROUND_REQUIRED");
        }
    }

    private String outcome(String county, String facts) {
        return (String) decide(county, facts(facts)).get("outcome");
    }

    private Map<String, Object> decide(String county, Map<String, Object> facts) {
        hit.clear();
        var rows = engine.evaluateDecisionTable(tables.get(county), facts);
        assertThat(rows).as("a row for %s", facts).hasSize(1);
        var result = new HashMap<String, Object>(rows.getSingleResult());
        result.put("rule", hit.iterator().next());
        return result;
    }

    private static Map<String, Object> facts(String changes) {
        Map<String, Object> facts = new HashMap<>(Map.ofEntries(Map.entry("age", 11), Map.entry("capacity", true),
                Map.entry("informed", true), Map.entry("recipients", 2),
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

    private DmnDecision table(File file) {
        try (var content = new FileInputStream(file)) {
            return engine.parseDecision("samtycke", content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
