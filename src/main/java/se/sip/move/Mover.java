package se.sip.move;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.deadline.Deadlines;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineAuthority;
import se.sip.engine.EngineDates;
import se.sip.event.LateMeetings;

/**
 * Takes one case over to a deployment: all its running processes, those that others called included, so that no case is
 * on two versions. Its dates are counted anew from the days they have always counted from.
 */
@Component
class Mover {

    /** How a diagram counts a task's last day from the day the task came. */
    private static final Pattern FROM_TODAY = Pattern.compile("\\$\\{frist\\.dagar\\(execution, *'([^']+)'\\)}");
    /** What a task's card in Tasklist shows. */
    private static final String CARD_DATE = "date";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final EngineAuthority engine;
    private final Movability movability;
    private final CaseProcesses processes;
    private final CaseFiles cases;
    private final LateMeetings late;
    private final Deadlines deadlines;
    private final CaseLog log;

    Mover(RepositoryService repository, RuntimeService runtime, TaskService tasks, ManagementService management,
            EngineAuthority engine, Movability movability, CaseProcesses processes, CaseFiles cases, LateMeetings late,
            Deadlines deadlines, CaseLog log) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.movability = movability;
        this.processes = processes;
        this.cases = cases;
        this.late = late;
        this.deadlines = deadlines;
        this.log = log;
    }

    /** What a move came to: why it cannot be done, or what it changed. */
    record Outcome(List<String> hindrances, List<String> changes) {

        boolean isDone() {
            return hindrances.isEmpty();
        }
    }

    /**
     * Moves the case, inside the caller's transaction; where it cannot be moved, nothing is changed.
     *
     * @param version as the case's story names it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome move(String caseNumber, String deploymentId, int version) {
        Map<ProcessInstance, String> targets = new LinkedHashMap<>();
        var why = new ArrayList<String>();
        for (ProcessInstance instance : processes.running(caseNumber)) {
            engine.unchecked(() -> {
                aim(instance, deploymentId, targets, why);
                return null;
            });
        }
        if (!why.isEmpty() || targets.isEmpty()) {
            return new Outcome(why.stream().distinct().toList(), List.of());
        }
        Map<String, String> before = datesOf(caseNumber);
        try {
            targets.forEach(this::migrate);
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new NotMovableException("Motorn kan inte flytta ärendet: " + refused.getMessage().lines().limit(4)
                    .reduce((a, b) -> a + " " + b).orElse(""));
        }
        count(caseNumber);
        targets.forEach((instance, target) -> dueAnew(instance, target));
        log.add(caseNumber, "MOVED_TO_VERSION", "Version " + version);
        var changes = new ArrayList<String>();
        datesOf(caseNumber).forEach((what, day) -> {
            if (!day.equals(before.getOrDefault(what, day))) {
                changes.add(what + ": " + before.get(what) + " → " + day);
            } else if (!before.containsKey(what)) {
                changes.add("Nytt: " + what + ", " + day);
            }
        });
        return new Outcome(List.of(), changes);
    }

    /** The engine found what the drawing did not show; everything is taken back. */
    static final class NotMovableException extends ProcessEngineException {

        NotMovableException(String message) {
            super(message);
        }
    }

    private void aim(ProcessInstance instance, String deploymentId, Map<ProcessInstance, String> targets, List<String> why) {
        ProcessDefinition now = repository.getProcessDefinition(instance.getProcessDefinitionId());
        if (now.getDeploymentId().equals(deploymentId)) {
            return;
        }
        ProcessDefinition next = repository.createProcessDefinitionQuery().deploymentId(deploymentId)
                .processDefinitionKey(now.getKey()).singleResult();
        if (next == null) {
            why.add("Diagrammet ”" + now.getName() + "” finns inte i den nya versionen.");
            return;
        }
        if (instance.isSuspended()) {
            why.add("Ärendet är pausat av driften.");
        }
        why.addAll(movability.hindrances(instance, next.getId()));
        targets.put(instance, next.getId());
    }

    /** Each call of the engine for itself: it does not see what the same call has not written yet. */
    private void migrate(ProcessInstance instance, String target) {
        Set<String> running = engine.unchecked(() -> timersOf(instance).stream().map(this::elementOf)
                .collect(Collectors.toSet()));
        engine.unchecked(() -> {
            runtime.newMigration(runtime.createMigrationPlan(instance.getProcessDefinitionId(), target)
                    .mapEqualActivities().build()).processInstanceIds(instance.getId()).skipCustomListeners()
                    .skipIoMappings().execute();
            return null;
        });
        engine.unchecked(() -> {
            leavePassed(instance, running);
            return null;
        });
    }

    /** The engine starts the timers of a scope anew where they have passed; what has been warned of is not warned of again. */
    private void leavePassed(ProcessInstance before, Set<String> running) {
        Drawing drawing = movability.drawing(before.getProcessDefinitionId());
        timersOf(before).stream().filter(job -> !running.contains(elementOf(job)) && drawing.has(elementOf(job)))
                .forEach(job -> management.deleteJob(job.getId()));
    }

    private List<Job> timersOf(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).timers().list();
    }

    /** Id of the event that a timer belongs to. */
    private String elementOf(Job timer) {
        return management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult()
                .getActivityId();
    }

    /** From the day the need was discovered, which never moves. */
    private void count(String caseNumber) {
        if (cases.find(caseNumber).filter(c -> c.isOpen() && c.discoveredOn() != null && c.meetingDue() != null).isPresent()) {
            late.countAnew(caseNumber);
        }
    }

    /** From the day each task came. */
    private void dueAnew(ProcessInstance instance, String target) {
        engine.unchecked(() -> {
            for (Task task : tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
                Matcher counted = FROM_TODAY.matcher(movability.drawing(target).ofEngine(task.getTaskDefinitionKey(),
                        "dueDate"));
                if (counted.matches()) {
                    LocalDate last = deadlines.of(task.getTenantId(), target, counted.group(1),
                            EngineDates.dayOf(task.getCreateTime())).lastDay();
                    if (task.getDueDate() == null || !EngineDates.dayOf(task.getDueDate()).equals(last)) {
                        task.setDueDate(EngineDates.endOf(last));
                        tasks.saveTask(task);
                        tasks.setVariableLocal(task.getId(), CARD_DATE, last.toString());
                    }
                }
            }
            return null;
        });
    }

    /** Every date of the case that somebody or a timer waits for, by what it is called. */
    private Map<String, String> datesOf(String caseNumber) {
        var all = new LinkedHashMap<String, String>();
        cases.find(caseNumber).map(CaseFile::meetingDue).ifPresent(day -> all.put("Mötet senast", day.toString()));
        processes.openTasks(caseNumber).forEach(task -> add(all, "Uppgiften ”" + task.name() + "” senast", task.due()));
        for (ProcessInstance instance : processes.running(caseNumber)) {
            engine.unchecked(() -> {
                timersOf(instance).forEach(job -> add(all, movability.drawing(instance.getProcessDefinitionId())
                        .title(elementOf(job)), job.getDuedate()));
                return null;
            });
        }
        return all;
    }

    private static void add(Map<String, String> all, String name, Date due) {
        add(all, name, due == null ? null : EngineDates.dayOf(due));
    }

    private static void add(Map<String, String> all, String name, LocalDate day) {
        if (day != null) {
            all.merge(name, day.toString(), (one, other) -> one.contains(other) ? one : one + " och " + other);
        }
    }
}
