package se.sip.tasklist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import se.sip.engine.CaseTasks;
import se.sip.engine.ProcessVariable;

/** Asks the part of the field that a task's record belongs to what the task is about. Looked up each time, kept nowhere. */
@Component
public class TaskSubjects {

    private final TaskService engineTasks;
    private final CaseTasks tasks;
    private final Map<ProcessVariable, TaskSubject> subjects;

    TaskSubjects(TaskService engineTasks, CaseTasks tasks, List<TaskSubject> subjects) {
        this.engineTasks = engineTasks;
        this.tasks = tasks;
        this.subjects = subjects.stream().collect(Collectors.toMap(TaskSubject::key, Function.identity()));
    }

    /** By task, for those tasks that have one. The caller has checked who may know. */
    public Map<String, String> of(Collection<String> taskIds) {
        var found = new LinkedHashMap<String, String>();
        tasks.keysOf(taskIds, subjects.keySet()).forEach(k -> subjects.get(k.key()).of(k.value())
                .ifPresent(text -> found.put(k.taskId(), text)));
        return found;
    }

    /** The same, of those tasks of the cases that whoever is logged in may work on. */
    public Map<String, String> ofVisible(Collection<String> caseNumbers, Collection<String> taskIds) {
        return caseNumbers.isEmpty() || taskIds.isEmpty() ? Map.of()
                : of(engineTasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new))
                        .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new)).list().stream()
                        .map(Task::getId).toList());
    }
}
