package se.sip.engine;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads the process variables a task stands among, for somebody who may work on the task. */
@Component
public class TaskVariables {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineAuthority engine;

    TaskVariables(TaskService tasks, RuntimeService runtime, EngineAuthority engine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
    }

    /** The number of the case a task belongs to. */
    public String caseNumber(String taskId) {
        return engine.unchecked(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult()
                    .getBusinessKey();
        });
    }

    /** The same; empty where there is no such task, or it belongs to no case. */
    public Optional<String> findCaseNumber(String taskId) {
        return engine.unchecked(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey));
    }

    public CaseVariables readOnly(String taskId) {
        return new ReadOnly() {
            @Override
            public Object get(ProcessVariable variable) {
                return engine.unchecked(() -> tasks.getVariable(taskId, variable.id()));
            }
        };
    }

    /** Where there is no process yet. */
    public CaseVariables none() {
        return new ReadOnly() {
            @Override
            public Object get(ProcessVariable variable) {
                return null;
            }
        };
    }

    private abstract static class ReadOnly implements CaseVariables {

        @Override
        public void set(ProcessVariable variable, Object value) {
            throw new IllegalStateException("A check sets no variables");
        }

        @Override
        public void setCaseNumber(String number) {
            throw new IllegalStateException("A check opens no case");
        }
    }
}
