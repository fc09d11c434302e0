package se.sip.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** What a diagram's condition answers for given values, as the engine would read it; nothing of a case is looked up. */
public final class ConditionValue {

    private static final ExpressionFactoryImpl FACTORY = new ExpressionFactoryImpl();

    private ConditionValue() {
    }

    /**
     * @param condition with its {@code ${}}
     * @param values of every name in it; a value may be null
     * @return empty where it cannot be told
     */
    public static Optional<Boolean> of(String condition, Map<String, Object> values) {
        try {
            var context = new SimpleContext();
            values.forEach((name, value) -> context.setVariable(name,
                    FACTORY.createValueExpression(value, value == null ? Object.class : value.getClass())));
            return Optional.of((Boolean) FACTORY.createValueExpression(context, condition, Boolean.class).getValue(context));
        } catch (ELException | IllegalArgumentException | NullPointerException | ClassCastException unknown) {
            return Optional.empty();
        }
    }
}
