package se.sip.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the engine calls for every diagram, never written in a diagram: form intake and card values. */
public interface EngineHooks {

    /** A process starts by a form, inside the engine's transaction. */
    void started(DelegateExecution execution, String form);

    /** A task came into being. */
    void created(DelegateTask task);

    /** A task with a form is being completed, inside the engine's transaction. */
    void completed(DelegateTask task, String form);
}
