package se.sip.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.Clause;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.county.CountyProperties;
import se.sip.engine.EngineDates;
import se.sip.event.CaseEvents;
import se.sip.event.EventForm;
import se.sip.event.EventKind;
import se.sip.move.OrderedMove.State;
import se.sip.publication.Publication;
import se.sip.publication.Publications;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Running cases are taken over to a newer version: with their dates, whole, and once; or they stay, and it is said why. */
@SipTest
class MoveTest {

    private static final int VERSION = 77;
    private static final UnaryOperator<String> A_DAY_LONGER = table -> replaceAfter(replaceAfter(table, "\"motet\"",
            "<text>3</text>", "<text>22</text>"), "\"motet\"", "\"WEEKS\"", "\"DAYS\"");

    @Autowired
    private CaseDriver sip;
    @Autowired
    private Journey journey;
    @Autowired
    private Moves moves;
    @Autowired
    private Publications publications;
    @Autowired
    private CountyProperties counties;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private CaseLog log;
    @Autowired
    private CaseEvents events;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private JdbcTemplate jdbc;
    private Publication next;

    @AfterEach
    void takeTheVersionAway() {
        sip.asSystem();
        jdbc.update("delete from sip.move_case where version = " + VERSION);
        jdbc.update("delete from sip.publication where version = " + VERSION);
        repository.deleteDeployment(next.deploymentId(), true);
    }

    /** Open timers, called processes and parallel invitations: the whole case goes over, and goes on to the plan. */
    @Test
    @Clause("VGB-17")
    void aCaseWithParallelInvitationsGoesOverWithItsDatesCountedFromTheDayOfDiscovery() {
        String number = journey.toAnswers(Children.bornOn("20140312"));
        sip.today("2026-03-08").asSystem();
        publish("decisions/frister.dmn", A_DAY_LONGER);
        int instances = running(number).size();

        assertThat(preview(number).isMovable()).isTrue();
        assertThat(preview(number).changes()).contains("Mötet senast: 2026-03-23 → 2026-03-24");
        assertThat(cases.byNumber(number).meetingDue()).as("a look changes nothing").isEqualTo("2026-03-23");
        assertThat(running(number)).noneMatch(this::isNew);

        assertThat(moves.order(next, List.of(number), "petra")).isEqualTo(1);
        moves.work();

        assertThat(state(number)).isEqualTo(State.MOVED);
        assertThat(running(number)).as("none on a mixed version").hasSize(instances).allMatch(this::isNew);
        assertThat(cases.byNumber(number).meetingDue()).isEqualTo("2026-03-24");
        assertThat(timers(number, "tre_veckor")).allSatisfy(due -> assertThat(due)
                .isEqualTo(EngineDates.startOf(LocalDate.parse("2026-03-25"))));
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("MOVED_TO_VERSION")).hasSize(1);

        assertThat(moves.order(next, List.of(number), "petra")).as("a second click").isZero();
        moves.work();
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("MOVED_TO_VERSION")).hasSize(1);

        sip.today("2026-03-09").as("kollega", Journey.SCHOOL, Journey.SOCIAL, Journey.BUP);
        for (Task task : sip.tasksWith(number, "svar")) {
            sip.fill(task, "svar", Journey.svar());
        }
        sip.runJobs();
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        journey.convener();
        sip.fill(number, "mote", Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote")));
        assertThat(sip.open(number)).contains("plan");
    }

    /** A task's last day counts from the day it came; what waited when the program stopped is moved when it is back. */
    @Test
    void aTasksLastDayCountsFromTheDayItCameAndAnOrderOutlivesARestart() {
        String number = journey.toConsent(Children.bornOn("20140313"));
        LocalDate before = EngineDates.dayOf(sip.onlyTask(number, "samtycke").getDueDate());
        sip.today("2026-03-06").asSystem();
        publish("decisions/frister.dmn", table -> replaceAfter(table, "\"samtycke\"", "<text>7</text>", "<text>9</text>"));

        moves.order(next, List.of(number), "petra");
        assertThat(state(number)).isEqualTo(State.WAITING);
        moves.work();

        assertThat(EngineDates.dayOf(sip.onlyTask(number, "samtycke").getDueDate())).isEqualTo(before.plusDays(2));
        assertThat(report(number).said()).anyMatch(said -> said.contains(before + " → " + before.plusDays(2)));
    }

    /** An event subprocess is open, and the convener's own new date stands. */
    @Test
    @Clause("VGB-17")
    void aCaseWithAPassedDateKeepsItsOpenTaskAndTheConvenersNewDate() {
        String number = journey.toDispatch(Children.bornOn("20140314"));
        sip.goTo("2026-03-24");
        journey.convener();
        assertThat(sip.open(number)).contains("forsenat");
        String other = journey.toDispatch(Children.bornOn("20140315"));
        sip.goTo("2026-03-24");
        journey.convener();
        sip.fill(other, "forsenat", Map.of("reason", "Sjukdom.", "newDate", "2026-03-30"));
        sip.asSystem();
        publish("decisions/frister.dmn", A_DAY_LONGER);

        moves.order(next, List.of(number, other), "petra");
        moves.work();

        assertThat(state(number)).isEqualTo(State.MOVED);
        assertThat(state(other)).isEqualTo(State.MOVED);
        assertThat(timers(other, "nytt_datum")).containsOnly(EngineDates.startOf(LocalDate.parse("2026-03-31")));
        sip.runJobs();
        assertThat(timers(number, "tre_veckor")).as("what has been warned of is not warned of again").isEmpty();
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("MEETING_DUE_PASSED")).hasSize(1);
        journey.convener();
        sip.fill(number, "forsenat", Map.of("reason", "Sjukdom.", "newDate", "2026-03-27"));
        assertThat(sip.open(number)).contains("kallelse").doesNotContain("forsenat");
    }

    @Test
    void aCaseInTheMiddleOfAChangedStepStaysAndGoesOnByItsOldVersion() {
        String number = journey.toConsent(Children.bornOn("20140316"));
        String beside = journey.toPreparation(Children.bornOn("20140317"));
        sip.asSystem();
        publish("processes/samtycke.bpmn", diagram -> replaceAfter(diagram, "forms/samtycke.html",
                "frist.dagar(execution,'samtycke')", "frist.dagar(execution,'kalla')"));

        assertThat(preview(number).why()).singleElement().satisfies(why -> assertThat(why).contains("Hämta in samtycke")
                .contains("mitt i"));
        assertThat(preview(beside).isMovable()).isTrue();
        moves.order(next, List.of(number, beside), "petra");
        moves.work();

        assertThat(state(number)).isEqualTo(State.LEFT);
        assertThat(state(beside)).isEqualTo(State.MOVED);
        assertThat(running(number)).noneMatch(this::isNew);
        sip.today("2026-03-05");
        journey.convener();
        sip.fill(number, "samtycke", Journey.samtycke());
        assertThat(sip.open(number)).contains("kallelse");
        assertThat(running(number)).noneMatch(this::isNew);
    }

    /** A newer table holds for new cases and for those that are moved, not for one that stays. */
    @Test
    @Clause("VGB-17")
    void aCaseThatStaysIsCountedByTheTablesOfItsOwnVersion() {
        String number = journey.toDispatch(Children.bornOn("20140319"));
        sip.asSystem();
        publish("decisions/frister.dmn", A_DAY_LONGER);

        journey.convener();
        events.happened(EventForm.of(EventKind.DATE_CORRECTED).withCaseNumber(number).withReason("Skrev fel.")
                .withDiscoveredOn(LocalDate.parse("2026-02-20")), staff.current().orElseThrow());
        sip.asSystem();
        sip.runJobs();

        assertThat(cases.byNumber(number).meetingDue()).isEqualTo("2026-03-13");
        assertThat(timers(number, "tre_veckor")).containsOnly(EngineDates.startOf(LocalDate.parse("2026-03-14")));
        moves.order(next, List.of(number), "petra");
        moves.work();
        assertThat(cases.byNumber(number).meetingDue()).isEqualTo("2026-03-14");
    }

    @Test
    void aStepThatIsGoneAndATimeThatIsCountedOtherwiseAreNamed() {
        String number = journey.toDispatch(Children.bornOn("20140318"));
        sip.asSystem();
        publish("processes/sip.bpmn", diagram -> diagram.replace("${meetingDuePassedAt}", "${meetingReminderAt}"));

        assertThat(preview(number).why()).anySatisfy(why -> assertThat(why).contains("väntar på").contains("som ändras"));
    }

    private Moves.Preview preview(String number) {
        List<String> behind = moves.behind(next);
        return moves.preview(next, behind.indexOf(number), 1).get(0);
    }

    private State state(String number) {
        return report(number).state();
    }

    private OrderedMove report(String number) {
        return moves.report(next).stream().filter(m -> m.caseNumber().equals(number)).findFirst().orElseThrow();
    }

    private List<String> running(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(i -> i.getProcessDefinitionId()).toList();
    }

    private boolean isNew(String definitionId) {
        return repository.getProcessDefinition(definitionId).getDeploymentId().equals(next.deploymentId());
    }

    private List<Date> timers(String number, String activityPrefix) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(i -> management.createJobQuery().processInstanceId(i.getId()).timers().list().stream())
                .filter(job -> activity(job).startsWith(activityPrefix)).map(Job::getDuedate).toList();
    }

    private String activity(Job job) {
        return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult()
                .getActivityId();
    }

    /** The county's set with one file changed becomes its newest version. */
    private void publish(String file, UnaryOperator<String> change) {
        var county = counties.byId("vgr").orElseThrow();
        Publication running = publications.running("vgr").orElseThrow();
        var contents = new TreeMap<>(publications.bundle(running, county).contents());
        String before = new String(contents.get(file), StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        contents.put(file, after.getBytes(StandardCharsets.UTF_8));
        var builder = repository.createDeployment().name("vgr").tenantId("vgr");
        contents.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        next = new Publication("vgr", VERSION, running.candidateId(), builder.deploy().getId(), "anna", "berit", "Prov",
                "x", LocalDateTime.parse("2026-03-01T00:00"));
        jdbc.update("insert into sip.publication (county, version, candidate_id, deployment_id, author, confirmer, message,"
                + " fingerprint, published_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", "vgr", VERSION, next.candidateId(),
                next.deploymentId(), "anna", "berit", "Prov", "x", Timestamp.valueOf(next.publishedAt()));
    }

    private static String replaceAfter(String text, String place, String what, String with) {
        int at = text.indexOf(place);
        int found = text.indexOf(what, Math.max(at, 0));
        assertThat(at >= 0 && found >= 0).as(place + ", " + what).isTrue();
        return text.substring(0, found) + with + text.substring(found + what.length());
    }
}
