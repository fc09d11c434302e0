package se.sip.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.engine.UncoveredInputException;
import se.sip.testing.SipTest;

/** The table frister of Västra Götaland, row by row, each counted from Monday 2 March 2026. */
@SipTest
class DeadlinesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int ROWS = 33;

    @Autowired
    private Deadlines deadlines;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "start, 2026-03-07, PRODUCT_DEFAULT, VGB-12",
        "motet, 2026-03-23, SHOULD, VGB-17",
        "paminnelse_mote, 2026-02-23, PRODUCT_DEFAULT, VGB-17",
        "forsenat, 2026-03-07, PRODUCT_DEFAULT, VGB-17",
        "bedomning, 2026-03-07, PRODUCT_DEFAULT, VGB-12",
        "forbereda, 2026-03-07, PRODUCT_DEFAULT, VGU-44",
        "enheter, 2026-03-05, PRODUCT_DEFAULT, VGV-07",
        "samtycke, 2026-03-09, PRODUCT_DEFAULT, VGV-21",
        "utokat_samtycke, 2026-03-07, PRODUCT_DEFAULT, VGV-08",
        "eget_samtycke, 2026-03-16, PRODUCT_DEFAULT, VGV-22",
        "fornya_samtycke, 2026-03-16, PRODUCT_DEFAULT, VGV-24",
        "samtycke_langst, 2027-03-02, MUST, VGU-63",
        "samtycke_loper_ut, 2026-02-02, PRODUCT_DEFAULT, VGV-24",
        "kalla, 2026-03-07, PRODUCT_DEFAULT, VGB-12",
        "svar_pa_kallelse, 2026-03-09, PRODUCT_DEFAULT, VGU-81",
        "paminnelse_svar, 2026-03-06, PRODUCT_DEFAULT, VGU-81",
        "ratt_enhet, 2026-03-05, PRODUCT_DEFAULT, VGU-103",
        "boka_om, 2026-03-07, PRODUCT_DEFAULT, VGB-14",
        "mote, 2026-03-05, PRODUCT_DEFAULT, VGU-109",
        "plan, 2026-03-09, PRODUCT_DEFAULT, VGV-19",
        "bekrafta, 2026-03-09, PRODUCT_DEFAULT, VGU-124",
        "rapport, 2026-03-09, PRODUCT_DEFAULT, VGU-145",
        "kalla_till_uppfoljning, 2026-02-09, PRODUCT_DEFAULT, VGU-136",
        "kalla_uppfoljning, 2026-03-09, PRODUCT_DEFAULT, VGU-136",
        "tidig_uppfoljning, 2026-03-16, PRODUCT_DEFAULT, VGU-141",
        "uppfoljning, 2026-03-05, PRODUCT_DEFAULT, VGU-151",
        "avsluta, 2026-03-07, PRODUCT_DEFAULT, VGU-156",
        "besked, 2026-03-07, PRODUCT_DEFAULT, VGU-160",
        "post_formedling, 2026-03-07, PRODUCT_DEFAULT, PRODUKT",
        "posta, 2026-03-04, PRODUCT_DEFAULT, PRODUKT",
        "oklar_sandning, 2026-03-03, PRODUCT_DEFAULT, PRODUKT",
        "avvikelse, 2026-03-05, PRODUCT_DEFAULT, PRODUKT",
        "besked_enhet, 2026-03-07, PRODUCT_DEFAULT, VGU-160"})
    @Clause({"VGB-12", "VGB-17", "VGU-83", "VGU-85"})
    void eachRow(String rule, LocalDate lastDay, Strength strength, String clause) {
        Deadline deadline = deadlines.of("vgr", rule, DAY);

        assertThat(deadline.lastDay()).isEqualTo(lastDay);
        assertThat(deadline.strength()).isEqualTo(strength);
        assertThat(deadline.clauses().values()).contains(clause);
        assertThat(deadline.clauses().values().contains("PRODUKT")).isEqualTo(strength == Strength.PRODUCT_DEFAULT);
        assertThat(deadline.why()).endsWith(".");
    }

    @Test
    void noRowIsWithoutACaseAbove() {
        assertThat(rules("decisions/vgr/frister.dmn")).hasSize(ROWS);
    }

    @Test
    @Clause({"VGB-17", "VGU-85"})
    void theMeetingsThreeWeeksEndWithTheirLastDay() {
        Deadline meeting = deadlines.of("vgr", "motet", DAY);

        assertThat(meeting.hasPassedOn(LocalDate.of(2026, 3, 23))).isFalse();
        assertThat(meeting.hasPassedOn(LocalDate.of(2026, 3, 24))).isTrue();
        assertThat(meeting.passedAt()).isEqualTo(LocalDateTime.of(2026, 3, 24, 0, 0));
        assertThat(deadlines.of("vgr", "paminnelse_mote", meeting.lastDay()).lastDay())
                .isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void aRuleTheTableDoesNotKnowIsAnErrorThatNamesTheTable() {
        assertThatThrownBy(() -> deadlines.of("vgr", "nagon_gang", DAY)).isInstanceOf(UncoveredInputException.class)
                .hasMessageContaining("frister");
    }

    @Test
    void theBaseRestsOnLawAndProductDefaultsOnly() {
        assertThat(rules("decisions/frister.dmn").keySet()).isEqualTo(rules("decisions/vgr/frister.dmn").keySet());
        assertThat(rules("decisions/frister.dmn").values()).allSatisfy(annotation ->
                assertThat(annotation).contains("PRODUKT:").doesNotContainPattern("VG[BVU]-"));
        DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var table = Dmn.readModelFromFile(Path.of("decisions/frister.dmn").toFile());
        assertThat(rules("decisions/frister.dmn").keySet()).allSatisfy(rule -> {
            var row = engine.evaluateDecisionTable(engine.parseDecision("frister", table), Map.of("rule", rule))
                    .getSingleResult();
            assertThat(row.<String>getEntry("strength")).isEqualTo("PRODUKT");
            assertThat(Period.of(row.getEntry("amount"), row.getEntry("unit"), row.getEntry("direction")).amount())
                    .isPositive();
        });
    }

    /** Those of the national base have one in every table; a county's own in the county's. */
    @Test
    void everyRuleThatADiagramNamesHasARow() throws IOException {
        try (Stream<Path> diagrams = Files.walk(Path.of("processes"))) {
            for (Path diagram : diagrams.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                Set<String> named = Pattern.compile("frist\\.dagar\\(\\s*execution\\s*,\\s*'([^']*)'")
                        .matcher(Files.readString(diagram)).results().map(found -> found.group(1))
                        .collect(Collectors.toSet());
                Path folder = Path.of("processes").relativize(diagram).getParent();
                List<String> counties = folder == null ? List.of("", "vgr", "halland", "dalarna") : List.of(folder.toString());
                for (String county : counties) {
                    assertThat(rules(Path.of("decisions", county, "frister.dmn").toString()).keySet())
                            .as("limits that %s names, in the table of '%s'", diagram, county).containsAll(named);
                }
            }
        }
    }

    private static Map<String, String> rules(String file) {
        Collection<Rule> rules = Dmn.readModelFromFile(Path.of(file).toFile()).getModelElementsByType(Rule.class);
        return rules.stream().collect(Collectors.toMap(
                rule -> rule.getInputEntries().iterator().next().getText().getTextContent().replace("\"", ""),
                rule -> rule.getDescription().getTextContent()));
    }
}
