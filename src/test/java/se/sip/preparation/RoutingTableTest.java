package se.sip.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import se.sip.unit.UnitKind;

/** The table {@code mottagare}, row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingTableTest {

    private static final File FILE = new File("decisions/vgr/mottagare.dmn");
    private static final int ROWS = 12;
    private final List<String> hit = new ArrayList<>();
    private final DmnEngine engine = engine();
    private final DmnDecision table = table();

    @ParameterizedTest
    @CsvSource({
        "1, CHILD_PSYCHIATRY, true, false, HOME, KNOWN_THERE, CALLED, NONE",
        "2, CHILD_PSYCHIATRY, false, true, HOME, HEALTH_CENTRE, CALLED, NONE",
        "2, HABILITATION, false, true, PLACING, HEALTH_CENTRE, CALLED, NONE",
        "3, HOSPITAL, false, false, UNKNOWN, ASK_HEALTH_CENTRE, CALLED, NONE",
        "4, SOCIAL_SERVICES, true, false, PLACING, KNOWN_THERE, CALLED, NONE",
        "5, SCHOOL, true, false, HOME, KNOWN_THERE, CALLED, NONE",
        "5, INDEPENDENT_SCHOOL, true, false, HOME, KNOWN_THERE, CALLED, NONE",
        "6, SOCIAL_SERVICES, false, false, HOME, INTAKE_UNIT, CALLED, HOME",
        "6, DISABILITY_SERVICES, false, true, HOME, INTAKE_UNIT, CALLED, HOME",
        "7, MUNICIPAL_HEALTH, false, false, PLACING, INTAKE_UNIT, CALLED, PLACING",
        "8, SCHOOL, false, false, HOME, SCHOOL_HEALTH, CALLED, HOME",
        "9, INDEPENDENT_SCHOOL, false, false, PLACING, SCHOOL_HEALTH, CALLED, PLACING",
        "10, SOCIAL_SERVICES, false, false, UNKNOWN, ASK_MUNICIPALITY, CALLED, NONE",
        "10, SCHOOL, false, true, UNKNOWN, ASK_MUNICIPALITY, CALLED, NONE",
        "11, RELATIVE, true, false, HOME, CHOSEN_BY_FAMILY, INVITED, NONE",
        "12, INSURANCE_AGENCY, false, false, HOME, CHOSEN_BY_FAMILY, INVITED, NONE",
        "12, RESIDENTIAL_HOME, true, true, PLACING, CHOSEN_BY_FAMILY, INVITED, NONE",
        "12, PROBATION, true, true, HOME, CHOSEN_BY_FAMILY, INVITED, NONE"})
    @Clause({"VGV-07", "VGV-09", "VGB-03", "VGU-52", "VGU-88", "VGU-89", "VGU-106", "VGU-107"})
    void eachRowDecides(int row, UnitKind kind, boolean known, boolean listed, String municipality, String route,
            String duty, String whichMunicipality) {
        var result = decide(kind, known, listed, municipality);

        assertThat(result).containsEntry("route", route).containsEntry("duty", duty)
                .containsEntry("municipality", whichMunicipality);
        assertThat(hit).containsExactly("mottagare_" + row);
    }

    /** Whoever of the two principals is asked is called; nobody else is (VGU-88, VGU-89). */
    @Test
    @Clause({"VGU-88", "VGU-89"})
    void everyKindHasOneRouteWhateverIsKnown() {
        for (UnitKind kind : UnitKind.values()) {
            for (boolean known : List.of(true, false)) {
                for (boolean listed : List.of(true, false)) {
                    for (String municipality : List.of("HOME", "PLACING", "UNKNOWN")) {
                        assertThat(decide(kind, known, listed, municipality).get("duty")).isEqualTo(
                                kind.principal() == se.sip.unit.Principal.OTHER ? "INVITED" : "CALLED");
                    }
                }
            }
        }
    }

    @Test
    void aRowWithoutACaseIsFound() {
        assertThat(Dmn.readModelFromFile(FILE).getModelElementsByType(Rule.class)).hasSize(ROWS);
        var cases = java.util.Arrays.stream(RoutingTableTest.class.getDeclaredMethods())
                .map(m -> m.getAnnotation(CsvSource.class)).filter(s -> s != null).findFirst().orElseThrow().value();
        assertThat(java.util.Arrays.stream(cases).map(c -> c.split(",")[0]).distinct()).hasSize(ROWS);
    }

    private Map<String, Object> decide(UnitKind kind, boolean known, boolean listed, String municipality) {
        hit.clear();
        var rows = engine.evaluateDecisionTable(table, Map.of("principal", kind.principal().name(),
                "kind", kind.name(), "known", known, "listed", listed, "municipality", municipality,
                "informationOnly", false, "violence", false));
        assertThat(rows).hasSize(1);
        return rows.getSingleResult().getEntryMap();
    }

    private DmnDecision table() {
        try (var content = new FileInputStream(FILE)) {
            return engine.parseDecision("mottagare", content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private DmnEngine engine() {
        var configuration = (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration
                .createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add((DmnDecisionTableEvaluationEvent event) ->
                event.getMatchingRules().forEach(r -> hit.add(r.getId())));
        return configuration.buildEngine();
    }
}
