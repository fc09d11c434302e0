package se.sip.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that a diagram calls with the name of a row: the county's table must have that row. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RowOfTable {

    /** Id of the table, such as {@code frister}. */
    String value();
}
