package se.sip.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineDates;
import se.sip.engine.PassedSteps;
import se.sip.engine.SipClock;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.FormRefusedException;
import se.sip.tasklist.StaffWork;

/**
 * Works a made-up case through the county's latest set, the way staff do, each task by the unit that it is offered to.
 * Time stands where the step puts it; what falls due on the way is run in order. What is ordered to be sent is not sent.
 */
@Component
@Profile(RehearsalRun.PROFILE)
class StoryPlayer {

    static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final String DELIVERY = "leverans";
    private static final String SOMEBODY = "provperson";
    /** Days that a case waits for a task. */
    private static final int LONGEST_WAIT = 400;
    private static final int MOST_ROUNDS = 500;
    /** Drawn, but nothing that somebody would call a step of the case. */
    private static final Set<String> NOT_TOLD = Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway",
            "eventBasedGateway", "multiInstanceBody", "subProcess", "callActivity");

    private final CleanSlate slate;
    private final StaffWork work;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final ManagementService management;
    private final PassedSteps passed;
    private final DailyMornings mornings;
    private final SipClock clock;
    private final StoryFacts facts;
    private final Answers answers = Answers.read();

    StoryPlayer(CleanSlate slate, StaffWork work, IdentityService identity, RepositoryService repository,
            FormService forms, TaskService tasks, ManagementService management, PassedSteps passed, DailyMornings mornings,
            SipClock clock, StoryFacts facts) {
        this.slate = slate;
        this.work = work;
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.management = management;
        this.passed = passed;
        this.mornings = mornings;
        this.clock = clock;
        this.facts = facts;
    }

    /** @param touched is told of every element and row that the case touches */
    PlayedStory play(Story story, String county, Touched touched) {
        var path = new ArrayList<PlayedStory.Passing>();
        passed.noteTo(element -> {
            touched.add(element);
            if (element.caseNumber() != null && !element.name().isEmpty() && !NOT_TOLD.contains(element.kind())
                    && !element.process().equals(DELIVERY)) {
                path.add(new PlayedStory.Passing(element.process(), element.element(), element.name(),
                        element.at().toLocalDate(), element.due()));
            }
        }, touched::add);
        standAt(story.steps().get(0).at());
        slate.wipe();
        String number = null;
        String stopped = "";
        boolean broken = false;
        for (Story.Step step : story.steps()) {
            try {
                if (step.at() != null) {
                    goTo(step.at(), county);
                }
                number = perform(story, step, county, number);
                runJobs();
            } catch (RuntimeException failed) {
                stopped = story.file() + ", rad " + step.line() + ": " + reason(failed);
                broken = isBroken(failed);
                break;
            } finally {
                identity.clearAuthentication();
            }
        }
        return facts.of(number, path, stopped, broken);
    }

    private String perform(Story story, Story.Step step, String county, String number) {
        if (step.starts() != null) {
            ProcessDefinition process = repository.createProcessDefinitionQuery().processDefinitionKey(step.starts())
                    .tenantIdIn(county).latestVersion().singleResult();
            if (process == null) {
                throw new StoppedException("Processen ”" + step.starts() + "” finns inte.");
            }
            var content = answers.of(story, step, formOf(forms.getStartFormKey(process.getId())), today());
            if (number != null) {
                content.put("caseNumber", number);
            }
            workAs(county, step.as() != null ? List.of(step.as()) : number != null ? facts.conveners(number)
                    : content.findValuesAsText("startingUnit").isEmpty() ? content.findValuesAsText("wardUnit")
                            : content.findValuesAsText("startingUnit"));
            String started = work.start(process.getId(), content);
            return number == null ? started : number;
        }
        if (step.form() != null) {
            for (Task task : awaited(number, step, county)) {
                workAs(county, step.as() == null ? groups(task) : List.of(step.as()));
                work.completeOver(task, step.form(), answers.of(story, step, step.form(), today()));
                identity.clearAuthentication();
                runJobs();
            }
        }
        return number;
    }

    /** A task without a day of its own is done when it opens. */
    private List<Task> awaited(String number, Story.Step step, String county) {
        LocalDateTime last = LocalDateTime.now((Clock) clock).plusDays(LONGEST_WAIT);
        List<Task> found = open(number, step);
        while (found.isEmpty() && step.at() == null) {
            Optional<LocalDateTime> next = nextTimer(last);
            if (next.isEmpty()) {
                break;
            }
            goTo(next.get().plusSeconds(1), county);
            found = open(number, step);
        }
        if (found.isEmpty()) {
            List<Task> all = tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().list();
            throw new StoppedException("Ingen uppgift med formuläret ”" + step.form() + "” är öppen"
                    + (step.of() == null ? "" : " för " + step.of()) + ". Öppna är: " + (all.isEmpty() ? "inga" : all.stream()
                            .map(task -> task.getName() + " (" + formOf(task.getFormKey()) + ")").distinct().sorted()
                            .reduce((a, b) -> a + ", " + b).orElse("")) + ".");
        }
        return found;
    }

    private List<Task> open(String number, Story.Step step) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().list().stream()
                .filter(task -> step.form().equals(formOf(task.getFormKey())))
                .filter(task -> step.of() == null || groups(task).contains(step.of()))
                .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getId)).toList();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(group -> group != null).toList();
    }

    private void workAs(String county, List<String> units) {
        var groups = new ArrayList<>(units);
        groups.add("handlaggare");
        groups.add("samordnare");
        identity.setAuthentication(SOMEBODY, groups, List.of(county));
    }

    /** Moves the clock, running what falls due on the way, in order. */
    private void goTo(LocalDateTime target, String county) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            runJobs();
            LocalDateTime next = nextTimer(target).orElse(null);
            Optional<LocalDateTime> finding = mornings.nextFinding(county, next == null ? target : next);
            if (finding.isPresent()) {
                standAt(finding.get());
                mornings.check();
            } else if (next == null) {
                break;
            } else {
                standAt(next.plusSeconds(1));
            }
        }
        standAt(target);
        runJobs();
    }

    /** When the next timer up to the moment falls due, the check of every morning aside. */
    private Optional<LocalDateTime> nextTimer(LocalDateTime until) {
        return management.createJobQuery().active().timers().withRetriesLeft().list().stream()
                .filter(job -> !DailyMornings.isStart(job))
                .map(job -> LocalDateTime.ofInstant(job.getDuedate().toInstant(), EngineDates.ZONE))
                .filter(due -> !due.isAfter(until)).min(Comparator.naturalOrder());
    }

    private void runJobs() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = management.createJobQuery().executable().active().list().stream()
                    .filter(job -> !DELIVERY.equals(job.getProcessDefinitionKey()) && !DailyMornings.isStart(job))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            }
        }
        throw new StoppedException("Ärendet går runt: samma automatiska steg utförs om och om igen.");
    }

    private void standAt(LocalDateTime moment) {
        clock.standAt(moment.atZone(EngineDates.ZONE).toInstant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String formOf(String formKey) {
        return formKey == null ? "" : formKey.replaceFirst("^embedded:deployment:forms/", "").replaceFirst("\\.html$", "");
    }

    /** Why a step could not be done; everything in it is made up, so it may be told whole. */
    private static String reason(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormRefusedException refused) {
                return refused.getMessage();
            }
            if (cause instanceof FaultyFormException faulty) {
                return "Svaren kan inte tas emot: " + faulty.faults().list();
            }
            if (cause instanceof StoppedException) {
                return cause.getMessage();
            }
        }
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return "Steget gick inte att utföra: " + deepest.getMessage();
    }

    /** Whether the process itself fails; otherwise the case only no longer fits it. */
    private static boolean isBroken(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormRefusedException || cause instanceof FaultyFormException
                    || cause instanceof StoppedException) {
                return false;
            }
        }
        return true;
    }

    /** The case cannot be played further. */
    private static final class StoppedException extends RuntimeException {

        StoppedException(String message) {
            super(message);
        }
    }
}
