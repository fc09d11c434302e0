package se.sip.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Variables and facts of an execution or task as the product's code reads and sets them. */
public final class EngineVariables {

    private EngineVariables() {
    }

    public static CaseVariables of(DelegateExecution execution) {
        return ExecutionVariables.of(execution);
    }

    public static CaseVariables of(DelegateTask task) {
        return ExecutionVariables.of(task, task.getExecution());
    }

    /** Task-local values for the card in Tasklist; candidates see these, not the process' own variables. */
    public static void showOnCard(DelegateTask task, Map<String, String> values) {
        task.setVariablesLocal(values);
    }

    /** Whether a call activity started the process; then its start form is not asked for. */
    public static boolean isCalled(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessInstance().getSuperExecutionId() != null;
    }

    public static String processKey(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }
}
