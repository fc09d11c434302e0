package se.sip.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that answers a request with something of one case: who got it, or was refused, is noted. The case is the
 * path variable {@code number}, or that of the task in {@code id}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsCase {

    /** What is read. */
    AuditSubject value();
}
