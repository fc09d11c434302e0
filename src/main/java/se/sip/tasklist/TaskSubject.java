package se.sip.tasklist;

import java.util.Optional;
import se.sip.engine.ProcessVariable;

/** Says in a line what one of several tasks of the same name is about: which letter, which intervention, whose answer. */
public interface TaskSubject {

    /** The variable of a task's process that says which record it is about. */
    ProcessVariable key();

    /** In Swedish, may be personal: only for those who may read the case. Empty where there is nothing to add. */
    Optional<String> of(String value);
}
