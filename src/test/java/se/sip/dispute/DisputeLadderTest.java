package se.sip.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.DalarnaJourney.BUP;
import static se.sip.testing.DalarnaJourney.SCHOOL;
import static se.sip.testing.DalarnaJourney.SOCIAL;
import static se.sip.testing.DalarnaJourney.allThree;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFiles;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.dispute.Dispute.Status;
import se.sip.dispute.DisputeStep.Outcome;
import se.sip.engine.EngineDates;
import se.sip.event.CaseEvents;
import se.sip.event.EventForm;
import se.sip.event.EventKind;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.SipTest;

/** Disputes in Dalarna: nearest managers on both sides, then each principal's line, beside a case that goes on. */
@SipTest
class DisputeLadderTest {

    private static final String SCHOOL_MANAGER = SCHOOL + "-chef";
    private static final String BUP_MANAGER = BUP + "-chef";
    private static final String MUNICIPAL_LINE = "dalarna-2081-linje-chef";
    private static final String REGION_LINE = "dalarna-region-linje-chef";

    @Autowired
    private CaseDriver sip;
    @Autowired
    private DalarnaJourney dalarna;
    @Autowired
    private CaseEvents events;
    @Autowired
    private Disputes disputes;
    @Autowired
    private Notices notices;
    @Autowired
    private CaseFiles cases;

    @Test
    @Clause({"BOR-83", "BOR-84"})
    void theNearestManagersOfBothSidesGetOneJointTaskAndTheCaseGoesOn() {
        String number = dalarna.toAnswers(Children.bornOn("20140401"), allThree());
        raise(number, "BUP ska ge behandling i skolan. Vi är inte överens om var.");

        Task task = sip.onlyTask(number, "tvist");
        assertThat(sip.groupsOf(task)).containsExactlyInAnyOrder(SCHOOL_MANAGER, BUP_MANAGER);
        assertThat(EngineDates.dayOf(task.getDueDate())).as("ten days are the product's default")
                .isEqualTo(LocalDate.parse("2026-03-16"));
        assertThat(told(number, NoticeKind.DISPUTE_RAISED)).containsExactlyInAnyOrder(Addressee.managersOf(SCHOOL),
                Addressee.managersOf(BUP));

        assertThat(sip.tasksWith(number, "svar")).as("the case goes on").isNotEmpty();
        sip.asIn("dalarna", "bup-chefen", BUP_MANAGER);
        sip.fill(task, "tvist", solved("Behandlingen ges på mottagningen."));
        sip.runJobs();

        assertThat(disputes.of(number)).singleElement().satisfies(d -> {
            assertThat(d.status()).isEqualTo(Status.SOLVED);
            assertThat(d.solution()).isEqualTo("Behandlingen ges på mottagningen.");
            assertThat(d.level()).isEqualTo(Dispute.NEAREST_MANAGERS);
        });
        assertThat(told(number, NoticeKind.DISPUTE_ENDED)).contains(Addressee.unit(SCHOOL), Addressee.unit(BUP));
        assertThat(sip.open(number)).doesNotContain("tvist").contains("svar");
    }

    @Test
    @Clause("BOR-83")
    void withoutMandateNobodySolvesIt() {
        String number = dalarna.toAnswers(Children.bornOn("20140402"), allThree());
        raise(number, "Oense.");
        sip.asIn("dalarna", "chefen", SCHOOL_MANAGER);

        assertThatThrownBy(() -> sip.fill(number, "tvist", Map.of("outcome", "SOLVED", "solution", "Vi gör så.",
                "deciders", List.of(Map.of("who", "Rektor", "mandate", true), Map.of("who", "Chef", "mandate",
                        false))))).hasMessageContaining("deciders[1].mandate");
        assertThatThrownBy(() -> sip.fill(number, "tvist", Map.of("outcome", "SOLVED", "deciders", both())))
                .hasMessageContaining("solution");
        assertThatThrownBy(() -> sip.fill(number, "tvist", Map.of("outcome", "NOT_SOLVED", "deciders", both())))
                .hasMessageContaining("why");
        assertThatThrownBy(() -> sip.fill(number, "tvist", Map.of("outcome", "DATE_PASSED", "why", "x", "deciders",
                both()))).hasMessageContaining("outcome");
        assertThat(sip.tasksWith(number, "tvist")).as("the task stays").hasSize(1);
    }

    @Test
    @Clause("BOR-84")
    void notSolvedItIsRaisedAtOnceInEachPrincipalsLineStepByStep() {
        String number = dalarna.toAnswers(Children.bornOn("20140403"), allThree());
        raise(number, "Oense om vem som betalar.");
        sip.asIn("dalarna", "chefen", SCHOOL_MANAGER);
        sip.fill(number, "tvist", notSolved("Vi har inte mandat."));
        sip.runJobs();

        List<Task> lines = sip.tasksWith(number, "tvist");
        assertThat(lines).hasSize(2).allSatisfy(t -> assertThat(EngineDates.dayOf(t.getDueDate()))
                .isEqualTo(LocalDate.parse("2026-03-16")));
        assertThat(lines.stream().flatMap(t -> sip.groupsOf(t).stream())).containsExactlyInAnyOrder(MUNICIPAL_LINE,
                REGION_LINE);
        assertThat(told(number, NoticeKind.DISPUTE_RAISED_IN_LINE)).contains(
                Addressee.managersOf("dalarna-region-linje"), Addressee.managersOf("dalarna-2081-linje"));

        // One line says no: the other's task ends with it, and both have a new one a step up.
        fillLine(number, REGION_LINE, Map.of("outcome", "NOT_SOLVED", "why", "Behöver högre beslut."));
        assertThat(sip.tasksWith(number, "tvist")).hasSize(2);
        assertThat(disputes.of(number)).singleElement().satisfies(d -> assertThat(d.level()).isEqualTo(3));

        // Each line decides for itself; solved when both have.
        fillLine(number, MUNICIPAL_LINE, Map.of("outcome", "SOLVED", "solution", "Kommunen betalar boendet."));
        assertThat(disputes.of(number).get(0).isOpen()).isTrue();
        fillLine(number, REGION_LINE, Map.of("outcome", "SOLVED", "solution", "Regionen betalar vården."));

        Dispute solved = disputes.of(number).get(0);
        assertThat(solved.status()).isEqualTo(Status.SOLVED);
        assertThat(solved.solution()).contains("Kommunen betalar", "Regionen betalar");
        assertThat(disputes.stepsOf(solved)).extracting(DisputeStep::level, DisputeStep::outcome).containsExactly(
                org.assertj.core.groups.Tuple.tuple(1, Outcome.NOT_SOLVED),
                org.assertj.core.groups.Tuple.tuple(2, Outcome.NOT_SOLVED),
                org.assertj.core.groups.Tuple.tuple(3, Outcome.SOLVED),
                org.assertj.core.groups.Tuple.tuple(3, Outcome.SOLVED));
    }

    @Test
    @Clause("BOR-84")
    void aStepWhoseDatePassesIsRaisedByItselfAndTheDatesAreKept() {
        String number = dalarna.toAnswers(Children.bornOn("20140404"), allThree());
        raise(number, "Oense.");
        sip.at(LocalDate.parse("2026-03-16").atTime(23, 50)).runJobs();
        assertThat(sip.tasksWith(number, "tvist")).as("the last day is not over").hasSize(1);

        sip.at(LocalDate.parse("2026-03-17").atTime(0, 1)).runJobs();
        assertThat(sip.tasksWith(number, "tvist")).hasSize(2);
        assertThat(disputes.of(number).get(0).stepDue()).isEqualTo(LocalDate.parse("2026-03-27"));

        sip.goTo("2026-03-28");
        assertThat(sip.tasksWith(number, "tvist")).hasSize(2);
        assertThat(disputes.of(number).get(0).level()).isEqualTo(3);
        assertThat(disputes.stepsOf(disputes.of(number).get(0))).extracting(DisputeStep::due, DisputeStep::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2026-03-16"), Outcome.DATE_PASSED),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2026-03-27"), Outcome.DATE_PASSED));
        fillLine(number, REGION_LINE, Map.of("outcome", "FALLEN", "why", "Frågan är inte längre aktuell."));
        fillLine(number, MUNICIPAL_LINE, Map.of("outcome", "FALLEN", "why", "Frågan är inte längre aktuell."));
        assertThat(disputes.of(number).get(0).status()).isEqualTo(Status.FALLEN);
        assertThat(cases.byNumber(number).isOpen()).as("nothing happens to the case").isTrue();
    }

    @Test
    @Clause({"BOR-83", "BOR-84"})
    void whoMayRaiseOneAndWithWhom() {
        String number = dalarna.toAnswers(Children.bornOn("20140405"), allThree());
        var bup = new StaffMember("bo", java.util.Set.of(BUP, "handlaggare"), java.util.Set.of("dalarna"));
        var outsider = new StaffMember("ute", java.util.Set.of("dalarna-bup-mora", "handlaggare"), java.util.Set.of("dalarna"));
        var form = EventForm.of(EventKind.DISPUTE).withCaseNumber(number).withReason("Oense.");

        assertThat(events.faultsOf(form.withUnit(SCHOOL), bup).isEmpty()).as("a called unit may").isTrue();
        assertThat(events.faultsOf(form.withUnit(BUP), bup).list()).extracting(f -> f.field()).contains("unit");
        assertThat(events.faultsOf(form.withUnit("dalarna-bup-mora"), bup).list()).extracting(f -> f.field())
                .contains("unit");
        assertThat(events.faultsOf(form.withUnit(SCHOOL).withReason(null), bup).list()).extracting(f -> f.field())
                .contains("reason");
        assertThat(events.faultsOf(form.withUnit(SCHOOL), outsider).list()).extracting(f -> f.field())
                .contains("caseNumber");
    }

    @Test
    @Clause("BOR-84")
    void betweenTwoOfTheSameMunicipalityThereIsOneLine() {
        String number = dalarna.toAnswers(Children.bornOn("20140406"), allThree());
        dalarna.convener();
        events.happened(EventForm.of(EventKind.DISPUTE).withCaseNumber(number).withUnit(SOCIAL).withReason("Oense."),
                new StaffMember("disa", java.util.Set.of(SCHOOL, "handlaggare"), java.util.Set.of("dalarna")));
        sip.asIn("dalarna", "chefen", SCHOOL_MANAGER);
        sip.fill(number, "tvist", notSolved("Olika nämnder."));
        sip.runJobs();

        assertThat(sip.groupsOf(sip.onlyTask(number, "tvist"))).containsExactly(MUNICIPAL_LINE);
    }

    private void raise(String number, String what) {
        dalarna.convener();
        events.happened(EventForm.of(EventKind.DISPUTE).withCaseNumber(number).withUnit(BUP).withReason(what),
                new StaffMember("disa", java.util.Set.of(SCHOOL, "handlaggare"), java.util.Set.of("dalarna")));
    }

    private void fillLine(String number, String line, Map<String, Object> answer) {
        sip.asIn("dalarna", "direktoren", line);
        Task task = sip.tasksWith(number, "tvist").stream().filter(t -> sip.groupsOf(t).contains(line)).findFirst()
                .orElseThrow();
        sip.fill(task, "tvist", se.sip.testing.FormContent.with(answer, "deciders",
                List.of(Map.of("who", "Direktören", "mandate", true))));
        sip.runJobs();
    }

    private List<Addressee> told(String number, NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }

    private static Map<String, Object> solved(String how) {
        return Map.of("outcome", "SOLVED", "solution", how, "deciders", both());
    }

    private static Map<String, Object> notSolved(String why) {
        return Map.of("outcome", "NOT_SOLVED", "why", why, "deciders", both());
    }

    private static List<Map<String, Object>> both() {
        return List.of(Map.of("who", "Rektor Rut", "mandate", true), Map.of("who", "Chef Bo", "mandate", true));
    }
}
