package se.sip.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Set;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;

/** What the field asks of the engine about a case's running processes, by case number. */
@Service
public class CaseProcesses {

    /** Key of the process that runs a case from its beginning to its end. */
    private static final String CASE = "sip";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final TaskService tasks;
    private final EngineAuthority engine;

    CaseProcesses(RuntimeService runtime, RepositoryService repository, ManagementService management,
            TaskService tasks, EngineAuthority engine) {
        this.tasks = tasks;
        this.engine = engine;
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
    }

    /**
     * Hands a message to the one execution of the case that waits for it.
     *
     * @return false where none waits
     */
    public boolean correlate(String caseNumber, String message, Map<ProcessVariable, Object> variables) {
        List<Execution> waiting = engine.unchecked(() -> runtime.createExecutionQuery()
                .messageEventSubscriptionName(message).processInstanceBusinessKey(caseNumber).list());
        if (waiting.isEmpty()) {
            return false;
        }
        return engine.unchecked(() -> {
            runtime.messageEventReceived(message, outermost(waiting).getId(), named(variables));
            return true;
        });
    }

    /** A process that called another ends the called one too, so it is told first. */
    private Execution outermost(List<Execution> waiting) {
        return waiting.stream().filter(e -> runtime.createProcessInstanceQuery().processInstanceId(
                e.getProcessInstanceId()).rootProcessInstances().count() > 0).findFirst().orElse(waiting.get(0));
    }

    /** Starts a process of the county's latest set for a case. */
    public String start(String key, String county, String caseNumber, Map<ProcessVariable, Object> variables) {
        return start(key, null, county, caseNumber, variables);
    }

    /** Starts a process of a case just before one of its activities, as when a case is reopened. */
    public String startBefore(String key, String activity, String county, String caseNumber,
            Map<ProcessVariable, Object> variables) {
        return start(key, activity, county, caseNumber, variables);
    }

    private String start(String key, String activity, String county, String caseNumber,
            Map<ProcessVariable, Object> variables) {
        var definition = engine.unchecked(() -> repository.createProcessDefinitionQuery().processDefinitionKey(key)
                .tenantIdIn(county).latestVersion().singleResult());
        if (definition == null) {
            throw new IllegalStateException("County " + county + " has no process " + key);
        }
        var all = new EnumMap<ProcessVariable, Object>(ProcessVariable.class);
        all.put(ProcessVariable.CASE_NUMBER, caseNumber);
        all.put(ProcessVariable.COUNTY, county);
        all.putAll(variables);
        return engine.unchecked(() -> {
            var instance = runtime.createProcessInstanceById(definition.getId()).businessKey(caseNumber)
                    .setVariables(named(all));
            return (activity == null ? instance : instance.startBeforeActivity(activity)).execute().getId();
        });
    }

    /**
     * Sets new dates in every running process of the case and moves the timers that wait for them.
     *
     * @return how many timers moved
     */
    public int recalculateTimers(String caseNumber, Map<ProcessVariable, Object> dates) {
        int moved = 0;
        for (ProcessInstance instance : running(caseNumber)) {
            List<Job> timers = engine.unchecked(() -> {
                runtime.setVariables(instance.getId(), named(dates));
                return management.createJobQuery().processInstanceId(instance.getId()).timers().list();
            });
            for (Job timer : timers) {
                engine.unchecked(() -> {
                    management.recalculateJobDuedate(timer.getId(), false);
                    return null;
                });
                moved++;
            }
        }
        return moved;
    }

    /**
     * Ends the running processes of one key that nobody called, for example the invitation of a late unit. Those that
     * another process called end with it.
     */
    public void cancel(String caseNumber, String processKey, String why) {
        List<ProcessInstance> roots = engine.unchecked(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber).rootProcessInstances().list());
        for (ProcessInstance instance : roots) {
            if (instance.getProcessDefinitionId().startsWith(processKey + ":")) {
                engine.unchecked(() -> {
                    runtime.deleteProcessInstanceIfExists(instance.getId(), why, true, true, false, false);
                    return null;
                });
            }
        }
    }

    /** Ends the one running process of a key whose variable has the value. */
    public void cancel(String caseNumber, String processKey, ProcessVariable variable, String value, String why) {
        List<ProcessInstance> found = engine.unchecked(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber).processDefinitionKey(processKey)
                .variableValueEquals(variable.id(), value).list());
        for (ProcessInstance instance : found) {
            engine.unchecked(() -> {
                runtime.deleteProcessInstanceIfExists(instance.getId(), why, true, true, false, false);
                return null;
            });
        }
    }

    /**
     * Takes the running process of a key whose variable has the value from an open task back to an earlier step.
     *
     * @return false where none stands at the task
     */
    public boolean goBack(String caseNumber, String processKey, ProcessVariable variable, String value, String fromTask,
            String toStep) {
        return engine.unchecked(() -> {
            List<ProcessInstance> found = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber).processDefinitionKey(processKey)
                    .variableValueEquals(variable.id(), value).activityIdIn(fromTask).list();
            found.forEach(i -> runtime.createProcessInstanceModification(i.getId()).startBeforeActivity(toStep)
                    .cancelAllForActivity(fromTask).execute());
            return !found.isEmpty();
        });
    }

    /** Leads the one running process of a key whose variable has the value to an end; whoever called it goes on. */
    public void finish(String caseNumber, String processKey, ProcessVariable variable, String value, String end) {
        engine.unchecked(() -> {
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey(processKey)
                    .variableValueEquals(variable.id(), value).list().forEach(i -> {
                        var change = runtime.createProcessInstanceModification(i.getId());
                        runtime.getActiveActivityIds(i.getId()).stream().distinct().forEach(change::cancelAllForActivity);
                        change.startBeforeActivity(end).execute();
                    });
            return null;
        });
    }

    /**
     * The open tasks of the case go from some groups to others, and from whoever had claimed them; what the processes
     * know of groups follows.
     *
     * @param groups new candidate group by old
     */
    public void handOver(String caseNumber, Map<String, String> groups, Map<ProcessVariable, Object> variables) {
        for (ProcessInstance instance : running(caseNumber)) {
            engine.unchecked(() -> {
                runtime.setVariables(instance.getId(), named(variables));
                tasks.createTaskQuery().processInstanceId(instance.getId()).list().forEach(t -> handOver(t, groups));
                return null;
            });
        }
    }

    private void handOver(Task task, Map<String, String> groups) {
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            String to = link.getGroupId() == null ? null : groups.get(link.getGroupId());
            if (to != null) {
                tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
                tasks.addCandidateGroup(task.getId(), to);
                tasks.setAssignee(task.getId(), null);
            }
        }
    }

    /** The tasks of the case that one member of staff has claimed go to another of the same unit. */
    public void reassign(String caseNumber, String from, String to) {
        engine.unchecked(() -> {
            tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskAssignee(from).list()
                    .forEach(t -> tasks.setAssignee(t.getId(), to));
            return null;
        });
    }

    /**
     * Who may take a task.
     *
     * @param groups candidate groups
     * @param users candidate users
     */
    public record Offer(Set<String> groups, Set<String> users) {
    }

    /**
     * Offers every open task of the case anew. Whoever had claimed one keeps it only as one of those it is offered to.
     *
     * @param offer by the task's key and the groups it is offered to now
     */
    public void offerAnew(String caseNumber, BiFunction<String, Set<String>, Offer> offer) {
        engine.unchecked(() -> {
            tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().forEach(t -> offerAnew(t, offer));
            return null;
        });
    }

    private void offerAnew(Task task, BiFunction<String, Set<String>, Offer> offer) {
        var links = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(l -> IdentityLinkType.CANDIDATE.equals(l.getType())).toList();
        Set<String> groups = links.stream().map(IdentityLink::getGroupId).filter(g -> g != null)
                .collect(Collectors.toSet());
        Set<String> users = links.stream().map(IdentityLink::getUserId).filter(u -> u != null)
                .collect(Collectors.toSet());
        Offer now = offer.apply(task.getId(), groups);
        groups.stream().filter(g -> !now.groups().contains(g))
                .forEach(g -> tasks.deleteCandidateGroup(task.getId(), g));
        users.stream().filter(u -> !now.users().contains(u)).forEach(u -> tasks.deleteCandidateUser(task.getId(), u));
        now.groups().stream().filter(g -> !groups.contains(g)).forEach(g -> tasks.addCandidateGroup(task.getId(), g));
        now.users().stream().filter(u -> !users.contains(u)).forEach(u -> tasks.addCandidateUser(task.getId(), u));
        if (task.getAssignee() != null && now.groups().isEmpty() && !now.users().contains(task.getAssignee())) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    /** Whether a task of the diagram is open in the case. */
    public boolean isOpen(String caseNumber, String taskKey) {
        return engine.unchecked(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey).count() > 0);
    }

    /** An open task: its name in Swedish, when it is due, and the groups that may work on it. */
    public record OpenTask(String name, LocalDate due, List<String> groups) {
    }

    /** What a case waits for. */
    public List<OpenTask> openTasks(String caseNumber) {
        return engine.unchecked(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(t -> new OpenTask(t.getName(), t.getDueDate() == null ? null : EngineDates.dayOf(t.getDueDate()),
                        tasks.getIdentityLinksForTask(t.getId()).stream().map(IdentityLink::getGroupId)
                                .filter(g -> g != null).toList())).toList());
    }

    /**
     * A diagram of the county as a case runs through it.
     *
     * @param steps ids of the elements where the case is
     */
    public record Diagram(String name, String xml, List<String> steps) {
    }

    /** The diagrams a case runs through now, each once: the whole process first. */
    public List<Diagram> diagrams(String caseNumber) {
        return engine.unchecked(() -> {
            var steps = new LinkedHashMap<String, Set<String>>();
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                    .sorted(Comparator.comparing((ProcessInstance i) -> !i.getProcessDefinitionId().startsWith("sip:"))
                            .thenComparing(ProcessInstance::getProcessDefinitionId))
                    .forEach(i -> steps.computeIfAbsent(i.getProcessDefinitionId(), d -> new LinkedHashSet<>())
                            .addAll(runtime.getActiveActivityIds(i.getId())));
            return steps.entrySet().stream().map(e -> new Diagram(
                    repository.getProcessDefinition(e.getKey()).getName(), xml(e.getKey()),
                    List.copyOf(e.getValue()))).toList();
        });
    }

    private String xml(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every running process of a case, call activity children included. */
    public List<ProcessInstance> running(String caseNumber) {
        return engine.unchecked(
                () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list());
    }

    /**
     * The definition of the case's own process, which is also the version that the case is on; without it that of
     * another process of the case. Null where none runs: then the county's latest set holds.
     */
    public String definitionOf(String caseNumber) {
        List<ProcessInstance> running = running(caseNumber);
        return running.stream().map(ProcessInstance::getProcessDefinitionId).filter(id -> id.startsWith(CASE + ":"))
                .findFirst().or(() -> running.stream().map(ProcessInstance::getProcessDefinitionId).findFirst()).orElse(null);
    }

    private static Map<String, Object> named(Map<ProcessVariable, Object> variables) {
        var named = new HashMap<String, Object>();
        variables.forEach((variable, value) -> {
            ExecutionVariables.checkType(variable, value);
            named.put(variable.id(), value);
        });
        return named;
    }
}
