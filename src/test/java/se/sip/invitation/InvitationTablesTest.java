package se.sip.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.sip.Clause;
import se.sip.consent.ConsentState;

/** The tables of the fourth phase, row by row. A row that no case reaches fails the test. */
class InvitationTablesTest {

    private static final Table DISPATCH = new Table("utskick", "outcome",
            "consent", "allCovered", "excluded", "bothPrincipals", "routesStand");
    private static final Table PASS_ON = new Table("vidarebefordran", "outcome",
            "consent", "covered", "excluded", "asked");
    private static final Table CHANNEL = new Table("kanal", "channel", "recipientUsesService", "senderUsesService");

    @TestFactory
    @Clause({"VGV-08", "VGB-05", "VGV-07", "VGU-90", "VGU-106", "VGU-107"})
    Stream<DynamicTest> dispatchIsAllowedOrNot() {
        return DISPATCH.rows(
                row("VALID", "VALID", true, false, true, true),
                row("CONSENT_NEEDED", "MISSING_GUARDIAN", true, false, true, true),
                row("CONSENT_NEEDED", "EXPIRED", true, false, true, true),
                row("CONSENT_NEEDED", "INCOMPLETE_SCOPE", false, false, true, true),
                row("CONSENT_NEEDED", "WITHDRAWN", true, true, false, false),
                row("CONSENT_NEEDED", "NEEDS_HARM_TEST", false, false, true, true),
                row("REVISE", "VALID", false, true, true, true),
                row("CONSENT_NEEDED", "VALID", false, false, false, true),
                row("REVISE", "VALID", true, false, false, true),
                row("REVISE", "VALID", true, false, true, false));
    }

    @TestFactory
    @Clause({"VGU-102", "VGU-103", "VGU-105", "VGV-08"})
    Stream<DynamicTest> theUnitFoundSeesTheContentOnlyOnAGround() {
        return PASS_ON.rows(
                row("PASS_ON", "VALID", true, false, true),
                row("ATTEND_SELF", "VALID", true, true, false),
                row("ASK_CONSENT", "VALID", false, false, false),
                row("ATTEND_SELF", "VALID", false, false, true),
                row("ASK_CONSENT", "EXPIRED", true, false, false),
                row("ATTEND_SELF", "EXPIRED", true, false, true));
    }

    @TestFactory
    @Clause("VGU-80")
    Stream<DynamicTest> theChannelFollowsTheOrder() {
        return CHANNEL.rows(
                row("IT_SERVICE", true, false),
                row("PRINTED_FROM_IT_SERVICE", false, true),
                row("TEMPLATE", false, false));
    }

    /** Every combination is answered by just one row: the tables are UNIQUE and leave no gap. */
    @Test
    void noCombinationIsLeftOut() {
        List<Boolean> both = List.of(true, false);
        for (ConsentState state : ConsentState.values()) {
            for (boolean a : both) {
                for (boolean b : both) {
                    for (boolean c : both) {
                        PASS_ON.evaluate(state.name(), a, b, c);
                        for (boolean d : both) {
                            DISPATCH.evaluate(state.name(), a, b, c, d);
                        }
                    }
                }
            }
        }
    }

    /** Nothing is sent on anything but a consent that is valid and covers all (VGV-08). */
    @Test
    @Clause("VGV-08")
    void nothingIsSentWithoutAValidConsentThatCoversAll() {
        for (ConsentState state : ConsentState.values()) {
            assertThat(DISPATCH.evaluate(state.name(), false, false, true, true)).isNotEqualTo("VALID");
            if (state != ConsentState.VALID) {
                assertThat(DISPATCH.evaluate(state.name(), true, false, true, true)).isEqualTo("CONSENT_NEEDED");
            }
        }
    }

    @Test
    void anUnknownStateIsAnErrorNotAYes() {
        assertThatThrownBy(() -> DISPATCH.evaluate("OKÄND", true, false, true, true))
                .isInstanceOf(AssertionError.class);
    }

    private static Object[] row(Object... outcomeAndInputs) {
        return outcomeAndInputs;
    }

    /** A table of the base, its output and its inputs in order. */
    private static final class Table implements DmnDecisionTableEvaluationListener {

        private final String id;
        private final String output;
        private final String[] inputs;
        private final DmnEngine engine;
        private final DmnDecision decision;
        private final Set<String> all = new LinkedHashSet<>();
        private final Set<String> hit = new LinkedHashSet<>();

        Table(String id, String output, String... inputs) {
            this.id = id;
            this.output = output;
            this.inputs = inputs;
            var configuration = (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration
                    .createDefaultDmnEngineConfiguration();
            configuration.getCustomPostDecisionTableEvaluationListeners().add(this);
            this.engine = configuration.buildEngine();
            File file = new File("decisions/" + id + ".dmn");
            Dmn.readModelFromFile(file).getModelElementsByType(Rule.class).forEach(r -> all.add(r.getId()));
            try (var content = new FileInputStream(file)) {
                this.decision = engine.parseDecision(id, content);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        Stream<DynamicTest> rows(Object[]... cases) {
            Stream<DynamicTest> each = Stream.of(cases).map(c -> DynamicTest.dynamicTest(
                    id + " " + List.of(c), () -> {
                        int before = hit.size();
                        assertThat(evaluate(java.util.Arrays.copyOfRange(c, 1, c.length))).isEqualTo(c[0]);
                        assertThat(hit.size()).as("each case reaches a row of its own").isEqualTo(before + 1);
                    }));
            return Stream.concat(Stream.of(DynamicTest.dynamicTest(id + " starts afresh", hit::clear)),
                    Stream.concat(each, Stream.of(DynamicTest.dynamicTest(id + ": every row has a case",
                            () -> assertThat(hit).isEqualTo(all)))));
        }

        String evaluate(Object... values) {
            Map<String, Object> variables = new LinkedHashMap<>();
            for (int i = 0; i < inputs.length; i++) {
                variables.put(inputs[i], values[i]);
            }
            try {
                var result = engine.evaluateDecisionTable(decision, variables);
                assertThat(result).as("rows of %s for %s", id, variables).hasSize(1);
                return result.getFirstResult().getEntry(output);
            } catch (DmnEngineException e) {
                throw new AssertionError("Table " + id + " for " + variables, e);
            }
        }

        @Override
        public void notify(DmnDecisionTableEvaluationEvent event) {
            event.getMatchingRules().forEach(r -> hit.add(r.getId()));
        }
    }
}
