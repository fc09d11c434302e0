package se.sip.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the beans that expressions in diagrams may name. Everything else is out of their reach. A bean that takes a step
 * says what the step is called and does, for whoever draws it: the Modeler's templates are made from it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CallableFromDiagram {

    /** What the step is called in a diagram, in Swedish with a verb first; empty where the bean only answers. */
    String name() default "";

    /** What the step does, in one or two Swedish sentences. */
    String does() default "";
}
