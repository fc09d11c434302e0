package se.sip.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseStatus;
import se.sip.casefile.EndKind;
import se.sip.engine.ClockOffset;
import se.sip.engine.EngineDates;
import se.sip.engine.SipClock;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.unit.UnitRepository;

/**
 * Scenario S01 as staff work it: every form of the normal path opened, claimed, filled in and completed in Tasklist, by
 * the unit whose task it is. The days of the scenario are moved so that the need is discovered today.
 *
 * <p>axe looks at everything the product itself puts on the page: the form with the head of the case. Left out is
 * Camunda's own frame, which comes ready made: the navigation bar, the lists of filters and tasks, the task's heading
 * with tabs and dates, the bar with "Spara" and "Slutför", and the window around a start form.
 */
@BrowserTest
class WholeCaseInTasklistTest {

    private static final LocalDate DISCOVERED = LocalDate.of(2026, 3, 2);
    private static final Map<String, String> ACCOUNTS = Map.of(Journey.SCHOOL, "elevhalsa", Journey.SOCIAL,
            "socialtjanst", Journey.BUP, "bup");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("forbered", "Förbered mötet med familjen"), Map.entry("enheter", "Bekräfta enheterna"),
            Map.entry("samtycke", "Hämta in samtycke"), Map.entry("kallelse", "Skriv kallelsen och boka mötet"),
            Map.entry("svar", "Svara på kallelsen"), Map.entry("mote", "Registrera mötet"),
            Map.entry("plan", "Skriv planen"), Map.entry("rapport", "Rapportera hur det gick"),
            Map.entry("kalla_uppfoljning", "Kalla till uppföljningen"),
            Map.entry("uppfoljning", "Registrera uppföljningen"),
            Map.entry("avsluta", "Pröva om SIP:en kan avslutas"), Map.entry("besked", "Ge besked till familjen"),
            Map.entry("besked_enhet", "Dokumentera avslutet i ert system"));
    private static final Duration QUICK_ENOUGH = Duration.ofSeconds(10);
    /** High enough for the longest form: Tasklist scrolls within the page. */
    private static final int TALL = 3500;

    @LocalServerPort
    private int port;
    @Autowired
    private SipClock clock;
    @Autowired
    private ClockOffset offset;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private UnitRepository units;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private ObjectMapper json;

    private final LocalDate today = LocalDate.now(EngineDates.ZONE);
    private final Map<String, List<Duration>> opened = new TreeMap<>();
    private final Map<String, List<Duration>> claimed = new TreeMap<>();
    private final TreeSet<String> worked = new TreeSet<>();
    private Page page;
    private TasklistPage tasklist;
    private String user;
    private String number;

    @BeforeEach
    void start(Page page) {
        this.page = page;
        this.tasklist = new TasklistPage(page, port);
    }

    @AfterEach
    void clockBack() {
        clock.runFrom(offset.offset());
    }

    @Test
    void theWholeCaseIsWorkedByItsRoles() throws Exception {
        JsonNode oneRowEach = json.readTree("{\"recipients\":[{}],\"attendance\":[{}],\"contacts\":[{}]}");
        at("2026-03-03", 9);
        startsCase();
        at("2026-03-04", 9);
        work("forbered", Journey.forbered());
        work("enheter", Map.of("proposals", List.of(Map.of("keep", true))));
        at("2026-03-05", 16);
        work("samtycke", Journey.samtycke());
        at("2026-03-06", 9);
        work("kallelse", Journey.kallelse(oneRowEach));
        assertThat(unitsWith("svar")).containsExactlyInAnyOrder("socialtjanst", "bup");
        work("svar", Journey.svar());

        at("2026-03-19", 15);
        work("mote", Journey.mote(oneRowEach));
        work("plan", Journey.plan(oneRowEach));
        at("2026-05-20", 9);
        assertThat(unitsWith("rapport")).containsExactlyInAnyOrder("elevhalsa", "bup");
        work("rapport", Map.of("outcome", "DONE", "note", "Fungerar bra.", "reportedBy", "Kim Ek"));

        at("2026-06-04", 9);
        work("kalla_uppfoljning", Map.of("meetsOn", "2026-06-24", "startsAt", "13:00", "endsAt", "14:00", "place",
                "Ängsskolan", "meetingForm", "IN_PERSON", "documenter", "Anna Kurator", "invited",
                List.of(Journey.SCHOOL, Journey.SOCIAL, Journey.BUP), "suitsFamily", true));
        at("2026-06-24", 15);
        work("uppfoljning", followUp(oneRowEach));
        work("avsluta", Map.of("closeIt", true, "reason", "NO_NEED", "needsRegion", false, "needsMunicipality", true,
                "why", "Målet är nått.", "whereToTurn", "Elevhälsan eller vårdcentralen"));
        assertThat(cases.byNumber(number).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_NEED);

        at("2026-06-24", 16);
        work("besked_enhet", Map.of("documentedOn", "2026-06-24"));
        work("besked", Map.of("told", List.of(Map.of("toldOn", "2026-06-24", "how", "MEETING")), "whereToTurn",
                "Elevhälsan eller vårdcentralen", "documented", true));
        // What was ordered to be sent waits until a test lets it go; here nobody does.
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number)
                .processDefinitionKeyNotIn("leverans").list()).isEmpty();
        assertThat(worked).containsExactlyElementsOf(new TreeSet<>(NAMES.keySet()));
        report();
    }

    private void startsCase() {
        as("elevhalsa");
        var opening = TasklistPage.timed(() -> tasklist.startForm("SIP-processen"));
        opened.put("behov", List.of(opening));
        var form = new SipFormPage(page);
        fill(form, "", FormContent.with(FormContent.behov(), "idNumber", Children.bornOn("20140312")));
        form.root().evaluate("element => element.scrollIntoView()");
        Pictures.take(page, "behov");
        look("behov");
        number = tasklist.start();
        runJobs();
    }

    /** Every open task with the form, each by the unit whose it is, from the card in the list to "Slutför". */
    private void work(String form, Map<String, ?> content) {
        List<Task> open = open(form);
        assertThat(open).as("open tasks with the form " + form).isNotEmpty();
        for (Task task : open) {
            as(accountOf(task));
            tasklist.openFilter("Enhetens uppgifter");
            assertThat(task.getName()).isEqualTo(NAMES.get(form));
            PlaywrightAssertions.assertThat(tasklist.card(number, task.getName())).isVisible();
            keep(opened, form, TasklistPage.timed(() -> tasklist.openTask(number, task.getName())));
            keep(claimed, form, TasklistPage.timed(tasklist::claim));
            fill(new SipFormPage(page), "", content);
            look(form);
            tasklist.complete();
            assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as("the task is done").isZero();
            runJobs();
        }
        worked.add(form);
    }

    private void as(String account) {
        if (!account.equals(user)) {
            tasklist.logIn(account);
            user = account;
        }
    }

    private void look(String form) {
        page.setViewportSize(Chromium.WIDTH, TALL);
        Pictures.take(page, "s01-" + form);
        Pictures.zoomBack(page);
        assertThat(Pictures.violations(page, "form.sip-form")).as("axe on " + form).isEmpty();
    }

    /** Fills in what is asked, as it appears: an answer may bring the next question. Nothing may be left over. */
    private void fill(SipFormPage form, String group, Map<?, ?> content) {
        var left = new LinkedHashMap<String, Object>();
        content.forEach((name, value) -> left.put(String.valueOf(name), value));
        while (!left.isEmpty()) {
            Optional<String> next = left.keySet().stream().filter(name -> form.isShown(group + name)).findFirst();
            assertThat(next).as("a shown field among " + left.keySet() + " in '" + group + "'").isPresent();
            fillOne(form, group + next.get(), next.get(), left.remove(next.get()));
        }
    }

    private void fillOne(SipFormPage form, String path, String name, Object value) {
        if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map) {
            int count = form.isFixedRows(path) ? form.rowCount(path) : rows.size();
            for (int index = 0; index < count; index++) {
                if (form.rowCount(path) <= index) {
                    form.addRow(path);
                }
                fill(form, "%s[%d].".formatted(path, index), (Map<?, ?>) rows.get(Math.min(index, rows.size() - 1)));
            }
        } else if ("unitId".equals(name)) {
            form.fill(path, units.findById((String) value).orElseThrow().name());
        } else {
            form.fill(path, moved(value));
        }
    }

    private Object moved(Object value) {
        return value instanceof String text && text.matches("2026-\\d\\d-\\d\\d") ? moved(text).toString() : value;
    }

    private LocalDate moved(String day) {
        return LocalDate.parse(day).plusDays(DISCOVERED.until(today, ChronoUnit.DAYS));
    }

    private List<Task> open(String form) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().list().stream()
                .filter(t -> ("embedded:deployment:forms/" + form + ".html").equals(t.getFormKey())).toList();
    }

    private List<String> unitsWith(String form) {
        return open(form).stream().map(this::accountOf).toList();
    }

    private String accountOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(ACCOUNTS::containsKey).map(ACCOUNTS::get).findFirst().orElseThrow();
    }

    /** Moves the clock, running what falls due in this case on the way; other cases are left alone. */
    private void at(String day, int hour) {
        LocalDateTime target = moved(day).atTime(LocalTime.of(hour, 0));
        var end = target.atZone(EngineDates.ZONE).toInstant();
        Optional<Job> next = Optional.empty();
        do {
            next.ifPresent(job -> {
                clock.standAt(job.getDuedate().toInstant().plusSeconds(1));
                runJobs();
            });
            next = jobs().stream().filter(j -> j.getDuedate() != null && !j.getDuedate().toInstant().isAfter(end))
                    .min(Comparator.comparing(Job::getDuedate));
        } while (next.isPresent());
        clock.standAt(end);
        runJobs();
    }

    private void runJobs() {
        List<Job> due;
        while (!(due = jobs().stream().filter(this::isDue).toList()).isEmpty()) {
            for (Job job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            }
        }
    }

    private boolean isDue(Job job) {
        return job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(clock.instant());
    }

    private List<Job> jobs() {
        if (number == null) {
            return List.of();
        }
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(i -> management.createJobQuery().processInstanceId(i.getId()).active().list().stream())
                .toList();
    }

    private Map<String, Object> followUp(JsonNode oneRowEach) {
        var form = new LinkedHashMap<>(Journey.mote(oneRowEach));
        form.remove("allPrepared");
        form.put("heldOn", "2026-06-24");
        form.put("goals", "Alva är i skolan varje dag.");
        form.put("newInformation", "Ny skola till hösten.");
        form.put("interventionsDone", "Alla insatser är genomförda.");
        form.put("effect", "Tryggare, på kort och lång sikt.");
        form.put("otherInterventions", "Inga.");
        form.put("needFromRegion", false);
        form.put("needFromMunicipality", true);
        form.put("goalChange", "UNCHANGED");
        return form;
    }

    private static void keep(Map<String, List<Duration>> times, String form, Duration time) {
        times.computeIfAbsent(form, f -> new ArrayList<>()).add(time);
    }

    private void report() {
        System.out.printf("S01 in Tasklist: %d forms; median from click to the form shown %d ms (longest %d ms), from "
                + "\"Ta uppgiften\" to the form usable %d ms (longest %d ms)%n", worked.size() + 1, median(opened),
                longest(opened), median(claimed), longest(claimed));
        assertThat(Duration.ofMillis(median(opened))).isLessThan(QUICK_ENOUGH);
        assertThat(Duration.ofMillis(median(claimed))).isLessThan(QUICK_ENOUGH);
    }

    private static long median(Map<String, List<Duration>> times) {
        List<Long> sorted = sorted(times);
        return sorted.get(sorted.size() / 2);
    }

    private static long longest(Map<String, List<Duration>> times) {
        List<Long> sorted = sorted(times);
        return sorted.get(sorted.size() - 1);
    }

    private static List<Long> sorted(Map<String, List<Duration>> times) {
        return times.values().stream().flatMap(List::stream).map(Duration::toMillis).sorted().toList();
    }
}
