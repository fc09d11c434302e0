package se.sip.engine;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Remembers what simple cells of decision tables answered. The engine behind it parses each cell and builds all of
 * FEEL's functions anew every time; a cell that holds only literals is a function of the value it is compared with,
 * and most cells are. All others are asked as before.
 */
public class RememberingFeelEngine implements FeelEngine {

    private static final int MOST_ANSWERS = 20_000;

    private static final Pattern TEXTS = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern LITERALS = Pattern.compile("(?:true|false|null|not|[\\d\\s,.()\\[\\]<>=-])*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final FeelEngine feel;
    private final Map<Cell, Answer> answers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Cell, Answer> eldest) {
            return size() > MOST_ANSWERS;
        }
    });

    private enum Kind { TEST, CONSTANT, VARIABLE }

    /** @param value what the cell is a function of; null for a constant */
    private record Cell(Kind kind, String expression, Object value) {
    }

    private record Answer(Object value) {
    }

    private RememberingFeelEngine(FeelEngine feel) {
        this.feel = feel;
    }

    /** For the settings of a decision engine: each engine has a memory of its own. */
    public static FeelEngineFactory factory() {
        var feel = new ScalaFeelEngineFactory();
        return () -> new RememberingFeelEngine(feel.createInstance());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Supplier<Object> ask = () -> feel.evaluateSimpleExpression(expression, variables);
        if (NAME.matcher(expression).matches() && variables.containsVariable(expression)) {
            Object value = value(variables, expression);
            return (T) (isPlain(value) ? recall(new Cell(Kind.VARIABLE, expression, value), ask) : ask.get());
        }
        return (T) (holdsOnlyLiterals(expression)
                ? recall(new Cell(Kind.CONSTANT, expression, null), ask) : ask.get());
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        Supplier<Object> ask = () -> feel.evaluateSimpleUnaryTests(expression, inputVariable, variables);
        Object value = value(variables, inputVariable);
        return (boolean) (isPlain(value) && holdsOnlyLiterals(expression)
                ? recall(new Cell(Kind.TEST, expression, value), ask) : ask.get());
    }

    private Object recall(Cell cell, Supplier<Object> ask) {
        Answer answer = answers.get(cell);
        if (answer == null) {
            answer = new Answer(ask.get());
            if (isPlain(answer.value())) {
                answers.put(cell, answer);
            }
        }
        return answer.value();
    }

    private static Object value(VariableContext variables, String name) {
        TypedValue typed = variables.resolve(name);
        return typed == null ? null : typed.getValue();
    }

    /** A value that cannot change under the one who holds it, and whose equals says all. */
    private static boolean isPlain(Object value) {
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Number
                || value instanceof LocalDate;
    }

    private static boolean holdsOnlyLiterals(String expression) {
        return LITERALS.matcher(TEXTS.matcher(expression).replaceAll("")).matches();
    }
}
