package se.sip.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.engine.UncoveredInputException;
import se.sip.testing.SipTest;

/** An input that no row of a table covers is an error that names table and input, whoever asks. */
@SipTest
class UncoveredInputTest {

    @Autowired
    private DecisionTables tables;
    @Autowired
    private DecisionService engine;

    @Test
    void theErrorNamesTableCountyAndInputsButNoValue() {
        assertThatThrownBy(() -> tables.evaluate("vgr", null, "avslut", Map.of("reason", "NAGOT_ANNAT",
                "needFromBoth", true, "newNeedsExpected", false, "goalChanged", false)))
                .isInstanceOf(UncoveredInputException.class)
                .hasMessageContaining("'avslut'").hasMessageContaining("'vgr'").hasMessageNotContaining("NAGOT_ANNAT")
                .satisfies(thrown -> assertThat(thrown.getMessage()).containsIgnoringCase("skäl"));
    }

    @Test
    void aDiagramThatAsksTheEngineItselfGetsTheSameError() {
        assertThatThrownBy(() -> engine.evaluateDecisionTableByKey("avslut").decisionDefinitionTenantId("vgr")
                .variables(Map.of("reason", "NAGOT_ANNAT", "needFromBoth", true, "newNeedsExpected", false,
                        "goalChanged", false)).evaluate())
                .hasRootCauseInstanceOf(UncoveredInputException.class).rootCause().hasMessageContaining("'avslut'");
    }
}
