package se.sip.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/**
 * Which version of a county's files holds for what is being done: that of the process that is at work, or whose form is
 * being read. A case that stays on its version when a newer one is published is decided by its own tables to its end.
 */
@Component
public class RunningVersion {

    private final ThreadLocal<String> said = new ThreadLocal<>();

    /** Id of the process definition at work; null where none is, and the county's latest set holds. */
    public String definition() {
        if (said.get() != null) {
            return said.get();
        }
        var at = Context.getBpmnExecutionContext();
        return at == null || at.getExecution() == null ? null : at.getExecution().getProcessDefinitionId();
    }

    /** Does the work as a process of the definition would. @param definitionId null where no process stands behind it */
    public <T> T within(String definitionId, Supplier<T> work) {
        if (definitionId == null) {
            return work.get();
        }
        String before = said.get();
        said.set(definitionId);
        try {
            return work.get();
        } finally {
            if (before == null) {
                said.remove();
            } else {
                said.set(before);
            }
        }
    }
}
