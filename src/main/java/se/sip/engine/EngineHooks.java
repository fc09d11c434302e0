package se.sip.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.sip.engine.CaseProcesses.Offer;

/** What the engine calls for every diagram, never written in a diagram: form intake and card values. */
public interface EngineHooks {

    /** A process starts by a form, inside the engine's transaction. */
    void started(DelegateExecution execution, String form);

    /**
     * Who may take a task that is about to come into being.
     *
     * @param groups as the diagram names them
     */
    Offer offer(DelegateExecution execution, Set<String> groups);

    /**
     * A task came into being.
     *
     * @param groups as the diagram names them, whoever it is offered to
     */
    void created(DelegateTask task, Set<String> groups);

    /** A task with a form is being completed, inside the engine's transaction. */
    void completed(DelegateTask task, String form);
}
