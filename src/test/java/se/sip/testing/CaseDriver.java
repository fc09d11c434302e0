package se.sip.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.boot.test.context.TestComponent;
import se.sip.engine.EngineDates;
import se.sip.engine.SipClock;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.StaffWork;

/**
 * Works a case the way staff do: as a member of a unit, through forms. Time stands where {@link #today} puts it and
 * moves with {@link #goTo}, which runs every timer that falls due on the way, in order.
 *
 * <pre>
 * sip.today("2026-03-02").as("anna", "vgr-1490-elevhalsa");
 * String number = sip.start("sip", Forms.behov());
 * sip.complete(number, "forbered", Map.of(...));
 * sip.goTo("2026-03-24");
 * </pre>
 */
@TestComponent
public class CaseDriver {

    private static final String DELIVERY = "leverans";

    private final IdentityService identity;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final SipClock clock;
    private final ObjectMapper json;
    private final StaffWork work;

    public CaseDriver(IdentityService identity, FormService forms, TaskService tasks, RuntimeService runtime,
            RepositoryService repository, ManagementService management, SipClock clock, ObjectMapper json, StaffWork work) {
        this.identity = identity;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.clock = clock;
        this.json = json;
        this.work = work;
    }

    /** Puts the clock at nine in the morning of the day. */
    public CaseDriver today(String day) {
        return at(LocalDate.parse(day).atTime(9, 0));
    }

    /** Puts the clock at the moment; nothing is run. */
    public CaseDriver at(LocalDateTime moment) {
        clock.standAt(moment.atZone(EngineDates.ZONE).toInstant());
        return this;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Works from now on as a member of these units in Västra Götaland. */
    public CaseDriver as(String user, String... units) {
        return asIn("vgr", user, units);
    }

    /** Works from now on as a member of these units in the county. */
    public CaseDriver asIn(String county, String user, String... units) {
        var groups = new ArrayList<>(Arrays.asList(units));
        groups.add("handlaggare");
        groups.add("samordnare");
        identity.setAuthentication(user, groups, List.of(county));
        return this;
    }

    /** Nobody is logged in: the system itself. */
    public CaseDriver asSystem() {
        identity.clearAuthentication();
        return this;
    }

    /** Starts a process by its form; the case number is the answer. */
    public String start(String process, Map<String, ?> form) {
        String county = identity.getCurrentAuthentication().getTenantIds().get(0);
        var definition = unchecked(() -> repository.createProcessDefinitionQuery().processDefinitionKey(process)
                .tenantIdIn(county).latestVersion().singleResult());
        return forms.submitStartForm(definition.getId(), asVariable(form)).getBusinessKey();
    }

    /** Claims and completes the one open task with the form; fails where there is none or more than one. */
    public void complete(String caseNumber, String form, Map<String, ?> content) {
        complete(onlyTask(caseNumber, form), content);
    }

    /** Claims and completes the one open task with the form as it opens, with the content filled in over it. */
    public void fill(String caseNumber, String form, Map<String, ?> content) {
        fill(onlyTask(caseNumber, form), form, content);
    }

    /** Claims and completes a task with its form as it opens, with the content filled in over it. */
    public void fill(Task task, String form, Map<String, ?> content) {
        work.completeOver(task, form, json.valueToTree(content));
    }

    /** What the form of the task shows when it opens. */
    public JsonNode known(Task task, String form) {
        return work.known(task, form);
    }

    /** What the form of the one open task shows that it will send, with the content filled in. */
    public List<FormSheets.Sheet> sheets(String caseNumber, String form, Map<String, ?> content) {
        return work.sheetsOver(onlyTask(caseNumber, form), form, json.valueToTree(content));
    }

    /** Claims and completes a task. */
    public void complete(Task task, Map<String, ?> content) {
        tasks.claim(task.getId(), identity.getCurrentAuthentication().getUserId());
        forms.submitTaskForm(task.getId(), asVariable(content));
    }

    /** The one open task of the case with the form. */
    public Task onlyTask(String caseNumber, String form) {
        List<Task> found = tasksWith(caseNumber, form);
        assertThat(found).as("open tasks with the form '%s' of %s; open are %s", form, caseNumber,
                open(caseNumber)).hasSize(1);
        return found.get(0);
    }

    /** Open tasks of the case with the form, whoever may work on them. */
    public List<Task> tasksWith(String caseNumber, String form) {
        return all(caseNumber, t -> ("embedded:deployment:forms/" + form + ".html").equals(t.getFormKey()));
    }

    /** Candidate groups of a task. */
    public List<String> groupsOf(Task task) {
        return unchecked(() -> tasks.getIdentityLinksForTask(task.getId()).stream().map(l -> l.getGroupId())
                .filter(g -> g != null).toList());
    }

    /** Forms of the open tasks of the case, sorted. */
    public List<String> open(String caseNumber) {
        return all(caseNumber, t -> true).stream()
                .map(t -> t.getFormKey().replaceFirst("^embedded:deployment:forms/", "").replaceFirst("\\.html$", ""))
                .sorted().toList();
    }

    private List<Task> all(String caseNumber, Predicate<Task> which) {
        return unchecked(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).initializeFormKeys()
                .list().stream().filter(which).sorted(Comparator.comparing(Task::getCreateTime)).toList());
    }

    /** Whether any process of the case is still running; what is only being sent does not count. */
    public boolean isRunning(String caseNumber) {
        return unchecked(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber)
                .processDefinitionKeyNotIn(DELIVERY).count() > 0);
    }

    /**
     * Runs jobs that are due now: asynchronous steps and timers whose time has come. Failures are thrown. What is
     * ordered to be sent stays until {@link #deliver}: most tests are not about it.
     */
    public CaseDriver runJobs() {
        return runJobs(job -> !DELIVERY.equals(job.getProcessDefinitionKey()));
    }

    /** Carries out what is ordered to be sent and may be tried now. A failure stays a failed job, as in life. */
    public CaseDriver deliver() {
        return deliver(job -> true);
    }

    /** Carries out what is ordered to be sent in one case. */
    public CaseDriver deliver(String caseNumber) {
        List<String> ofCase = unchecked(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber).processDefinitionKey(DELIVERY).list().stream()
                .map(i -> i.getId()).toList());
        return deliver(job -> ofCase.contains(job.getProcessInstanceId()));
    }

    private CaseDriver deliver(Predicate<Job> which) {
        List<Job> due = unchecked(() -> management.createJobQuery().executable().active().list()).stream()
                .filter(job -> DELIVERY.equals(job.getProcessDefinitionKey())).filter(which).toList();
        for (Job job : due) {
            unchecked(() -> {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException e) {
                    // The engine has noted it: to be tried again, or an incident.
                }
                return null;
            });
        }
        return this;
    }

    private CaseDriver runJobs(Predicate<Job> which) {
        for (int round = 0; round < 200; round++) {
            List<Job> due = unchecked(() -> management.createJobQuery().executable().active().list()).stream()
                    .filter(which).toList();
            if (due.isEmpty()) {
                return this;
            }
            for (Job job : due) {
                unchecked(() -> {
                    if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                        management.executeJob(job.getId());
                    }
                    return null;
                });
            }
        }
        throw new AssertionError("Jobs go on and on");
    }

    /** Moves the clock to nine in the morning of the day, running what falls due on the way, in order. */
    public CaseDriver goTo(String day) {
        LocalDateTime target = LocalDate.parse(day).atTime(9, 0);
        for (int step = 0; step < 1000; step++) {
            runJobs();
            Date next = unchecked(() -> management.createJobQuery().active().timers().list().stream()
                    .map(Job::getDuedate).filter(d -> !d.after(EngineDates.at(target)))
                    .min(Comparator.naturalOrder()).orElse(null));
            if (next == null) {
                break;
            }
            clock.standAt(next.toInstant().plusSeconds(1));
        }
        at(target);
        return runJobs();
    }

    /** Moves the clock a little, running what falls due. */
    public CaseDriver pass(Duration time) {
        clock.standAt(clock.instant().plus(time));
        return runJobs();
    }

    private VariableMap asVariable(Map<String, ?> form) {
        try {
            return Variables.createVariables().putValueTyped("form",
                    SpinValues.jsonValue(json.writeValueAsString(new LinkedHashMap<>(form))).setTransient(true)
                            .create());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Looks without the limits of whoever is logged in. */
    private <T> T unchecked(java.util.function.Supplier<T> look) {
        var who = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return look.get();
        } finally {
            if (who != null) {
                identity.setAuthentication(who);
            }
        }
    }
}
