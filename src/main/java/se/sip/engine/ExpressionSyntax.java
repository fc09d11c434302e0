package se.sip.engine;

import java.util.Optional;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Whether the engine could read an expression of a diagram; no variable or bean is looked up. */
public final class ExpressionSyntax {

    private ExpressionSyntax() {
    }

    /** What the engine's reader says of the text, empty where it reads it. */
    public static Optional<String> faultOf(String text) {
        try {
            new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text);
            return Optional.empty();
        } catch (TreeBuilderException unreadable) {
            return Optional.of("läsfel vid tecken " + (unreadable.getPosition() + 1) + ", väntade "
                    + unreadable.getExpected() + " men fann " + unreadable.getEncountered());
        }
    }
}
