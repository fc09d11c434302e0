package se.sip.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.sip.Clause;

/** The table {@code avslut}, row by row, nationally and in each county. A row that no case reaches fails. */
class CloseTableTest {

    private record Row(String outcome, String reason, boolean both, boolean newNeeds, boolean goalChanged) {
    }

    private static final List<Row> ROWS = List.of(
            new Row("ALLOWED", "NO_NEED", false, false, false),
            new Row("REFUSED", "NO_NEED", true, false, false),
            new Row("ALLOWED", "NO_NEW_NEED_EXPECTED", false, false, false),
            new Row("REFUSED", "NO_NEW_NEED_EXPECTED", false, true, false),
            new Row("REFUSED", "NO_NEW_NEED_EXPECTED", true, false, false),
            new Row("ALLOWED", "CONSENT_WITHDRAWN", true, true, true),
            new Row("ALLOWED", "GOAL_CHANGED_RESTART", true, false, true),
            new Row("REFUSED", "GOAL_CHANGED_RESTART", true, false, false),
            new Row("REFUSED", "GOAL_CHANGED_RESTART", false, false, true),
            new Row("REFUSED", "COLLABORATION_ESTABLISHED", true, false, false),
            new Row("REFUSED", "COLLABORATION_ESTABLISHED", false, false, false));

    @ParameterizedTest
    @ValueSource(strings = {"decisions/avslut.dmn", "decisions/vgr/avslut.dmn"})
    @Clause({"VGU-152", "VGU-153", "VGU-156", "VGU-157", "VGU-158", "VGU-159"})
    void whileTheNeedFromBothRemainsASipIsNotClosed(String file) throws IOException {
        decidesAs(file, ROWS);
    }

    /** There is a reason more: collaboration that is established and works closes whatever need remains. */
    @Test
    @Clause({"HAL-118", "HAL-119", "HAL-120", "HAL-121", "HAL-122", "HAL-123"})
    void inHallandEstablishedCollaborationClosesAsWell() throws IOException {
        decidesAs("decisions/halland/avslut.dmn", ROWS.stream().map(row -> row.reason.equals("COLLABORATION_ESTABLISHED")
                ? new Row("ALLOWED", row.reason, row.both, row.newNeeds, row.goalChanged) : row).toList());
    }

    private void decidesAs(String file, List<Row> cases) throws IOException {
        Set<String> hit = new LinkedHashSet<>();
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of((DmnDecisionTableEvaluationListener) e ->
                e.getMatchingRules().forEach(r -> hit.add(r.getId()))));
        DmnEngine engine = configuration.buildEngine();
        Set<String> rules = new LinkedHashSet<>();
        DmnDecision table;
        try (InputStream content = getClass().getClassLoader().getResourceAsStream(file)) {
            var model = Dmn.readModelFromStream(content);
            model.getModelElementsByType(Rule.class).forEach(r -> rules.add(r.getId()));
            table = engine.parseDecision("avslut", model);
        }
        for (Row row : cases) {
            var answer = engine.evaluateDecisionTable(table, Map.of("reason", row.reason, "needFromBoth", row.both,
                    "newNeedsExpected", row.newNeeds, "goalChanged", row.goalChanged));
            assertThat(answer.getSingleResult()).as(row.toString()).isNotNull();
            assertThat((String) answer.getSingleResult().getEntry("outcome")).as(row.toString())
                    .isEqualTo(row.outcome);
        }
        assertThat(hit).as("rows that a case reaches").containsExactlyInAnyOrderElementsOf(rules);
    }
}
