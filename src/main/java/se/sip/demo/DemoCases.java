package se.sip.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.sip.access.AccessFiles;
import se.sip.casefile.CaseFiles;
import se.sip.engine.ClockOffset;
import se.sip.engine.SipClock;
import se.sip.tasklist.RelativeDays;
import se.sip.tasklist.StaffWork;

/**
 * Makes the demonstration's cases of {@code demo/cases.yml} by working them through the real processes and forms, once,
 * before anybody can log in. Days in the file are relative: {@code today-10}.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "sip.demo.cases", matchIfMissing = true)
class DemoCases implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCases.class);
    private static final RelativeDays DAYS = new RelativeDays("today");
    private static final int MOST_ROUNDS = 50;

    private final CaseFiles cases;
    private final StaffWork work;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final ManagementService management;
    private final ObjectMapper json;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final SipClock sipClock;
    private final ClockOffset offset;

    DemoCases(CaseFiles cases, StaffWork work, IdentityService identity,
            RepositoryService repository, TaskService tasks, ManagementService management, ObjectMapper json,
            JdbcTemplate jdbc, Clock clock, SipClock sipClock,
            ClockOffset offset) {
        this.cases = cases;
        this.work = work;
        this.identity = identity;
        this.repository = repository;
        this.tasks = tasks;
        this.management = management;
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
        this.sipClock = sipClock;
        this.offset = offset;
    }

    /** @param county whose cases they are that name none themselves */
    record DemoScript(String county, Object content, List<DemoCase> cases) {
    }

    /** @param about what the case shows, in Swedish */
    record DemoCase(String county, String about, List<Step> steps) {
    }

    /**
     * @param as account that does it
     * @param form task form to hand in, or the start form of the first step
     * @param process process that the first step starts; sip where none is given
     * @param event event to register instead of a form
     * @param message kind of message from a ward to send instead of a form
     * @param closes unit that closes down right after the step
     * @param with content laid over what the form knows when it opens
     */
    record Step(String as, String form, String process, String event, String message, String closes,
            Map<String, Object> with) {
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DemoScript script = AccessFiles.read("demo/cases.yml", DemoScript.class);
        Map<String, List<DemoCase>> byCounty = script.cases().stream().collect(Collectors.groupingBy(
                demo -> demo.county() == null ? script.county() : demo.county(), LinkedHashMap::new,
                Collectors.toList()));
        standWithinTheDay();
        byCounty.forEach((county, demos) -> {
            if (cases.open(county).isEmpty()) {
                demos.forEach(demo -> play(county, demo));
            }
        });
        sipClock.runFrom(offset.offset());
        identity.clearAuthentication();
        log.info("Demonstration: {} cases made", script.cases().size());
    }

    /** The cases' meetings lie at both ends of the day: made at midnight, some would be too late or too early. */
    private void standWithinTheDay() {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime first = now.toLocalDate().atTime(0, 15);
        LocalDateTime last = now.toLocalDate().atTime(23, 30);
        if (now.isBefore(first) || now.isAfter(last)) {
            sipClock.standAt((now.isBefore(first) ? first : last).atZone(clock.getZone()).toInstant());
        }
    }

    private void play(String county, DemoCase demo) {
        String number = null;
        for (Step step : demo.steps()) {
            logIn(county, step.as());
            JsonNode with = json.valueToTree(step.with() == null ? Map.of() : step.with());
            JsonNode content = DAYS.dated(with, LocalDate.now(clock));
            try {
                if (number == null) {
                    number = work.start(startable(county, step.process() == null ? "sip" : step.process()),
                            content);
                } else if (step.message() != null) {
                    var message = ((ObjectNode) content).put("caseNumber", number).put("kind", step.message());
                    work.start(startable(county, "utskrivningsmeddelande"), message);
                } else if (step.event() != null) {
                    var event = ((ObjectNode) content).put("caseNumber", number).put("kind", step.event());
                    work.start(startable(county, "handelse"), event);
                } else {
                    Task task = open(number, step.form());
                    work.completeOver(task, step.form(), content);
                }
            } catch (RuntimeException e) {
                throw new IllegalStateException("Demonstration case '" + demo.about() + "' fails at step "
                        + (step.form() == null ? step.event() : step.form()) + ": " + e.getMessage(), e);
            }
            identity.clearAuthentication();
            if (step.closes() != null) {
                jdbc.update("update sip.unit set valid_to = ? where id = ?", LocalDate.now(clock).minusDays(1),
                        step.closes());
            }
            runJobs();
        }
    }

    private String startable(String county, String process) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(process).tenantIdIn(county)
                .latestVersion().singleResult().getId();
    }

    private Task open(String number, String form) {
        String key = "embedded:deployment:forms/" + form + ".html";
        return tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().list().stream()
                .filter(t -> key.equals(t.getFormKey())).findFirst()
                .orElseThrow(() -> new IllegalStateException("No open task with the form " + form
                        + " for the one logged in"));
    }

    private void logIn(String county, String user) {
        identity.clearAuthentication();
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups, List.of(county));
    }

    private void runJobs() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = management.createJobQuery().executable().withRetriesLeft().list();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    try {
                        management.executeJob(job.getId());
                    } catch (RuntimeException e) {
                        // The stuck case of the demonstration: it is to stay with an incident.
                        log.info("Demonstration: a job failed and is left for an admin to free");
                        management.setJobRetries(job.getId(), 0);
                    }
                }
            }
        }
    }
}
