package se.sip.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered is what FEEL itself answers, the first time and the second. */
class RememberingFeelEngineTest {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
    private static final List<Object> VALUES = new ArrayList<>(List.of("A", "B", "a \"b\"", "", true, false, 0, 7, 7L,
            17, 18, 18.0, LocalDate.of(2026, 3, 4), List.of("A", "B")));

    static {
        VALUES.add(null);
    }

    private final FeelEngine remembering = RememberingFeelEngine.factory().createInstance();

    static Stream<Arguments> tests() {
        return Stream.of("\"A\"", "\"A\",\"B\"", "not(\"A\")", "not(\"A\", \"B\")", "-", "true", "not(true)", "null",
                        "< 18", ">= 7", "[7..18)", "]7..18]", "7, 18", "not(< 18)", "\"\"",
                        "contains(cellInput, \"A\")", "other", "list contains(?, \"A\")", "date(\"2026-03-04\")")
                .flatMap(test -> VALUES.stream().map(value -> Arguments.of(test, value)));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aCellIsDecidedAsByFeelItself(String test, Object value) {
        VariableContext variables = Variables.createVariables().putValue("cellInput", value).putValue("other", "A")
                .asVariableContext();
        assertSame(() -> FEEL.evaluateSimpleUnaryTests(test, "cellInput", variables),
                () -> remembering.evaluateSimpleUnaryTests(test, "cellInput", variables));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aVariableIsReadAsByFeelItself(Object value) {
        VariableContext variables = Variables.createVariables().putValue("kind", value).asVariableContext();
        assertSame(() -> FEEL.evaluateSimpleExpression("kind", variables),
                () -> remembering.evaluateSimpleExpression("kind", variables));
    }

    static Stream<Arguments> values() {
        return VALUES.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsGivenAsByFeelItself(String answer) {
        VariableContext variables = Variables.createVariables().asVariableContext();
        assertSame(() -> FEEL.evaluateSimpleExpression(answer, variables),
                () -> remembering.evaluateSimpleExpression(answer, variables));
    }

    static Stream<String> answers() {
        return Stream.of("\"VALID\"", "\"a, b\"", "true", "false", "3", "-2", "0.5", "null", "[\"A\", \"B\"]", "1 + 1",
                "missing", "date(\"2026-03-04\")");
    }

    @Test
    void whatDependsOnOtherVariablesIsAskedEachTime() {
        for (String other : List.of("A", "B")) {
            VariableContext variables = Variables.createVariables().putValue("cellInput", "A")
                    .putValue("other", other).asVariableContext();
            assertThat(remembering.evaluateSimpleUnaryTests("other", "cellInput", variables))
                    .isEqualTo("A".equals(other));
            assertThat(remembering.<Object>evaluateSimpleExpression("other", variables)).isEqualTo(other);
        }
    }

    @Test
    void aFaultyCellIsAFaultEachTime() {
        VariableContext variables = Variables.createVariables().putValue("cellInput", "A").asVariableContext();
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> remembering.evaluateSimpleUnaryTests("not(", "cellInput", variables))
                    .isInstanceOf(FeelException.class);
        }
    }

    private interface Evaluation {
        Object answer();
    }

    private static void assertSame(Evaluation feel, Evaluation remembering) {
        Object expected = answerOf(feel);
        assertThat(answerOf(remembering)).as("the first time").isEqualTo(expected);
        assertThat(answerOf(remembering)).as("remembered").isEqualTo(expected);
    }

    private static Object answerOf(Evaluation evaluation) {
        try {
            return evaluation.answer();
        } catch (RuntimeException fault) {
            return fault.getClass();
        }
    }
}
