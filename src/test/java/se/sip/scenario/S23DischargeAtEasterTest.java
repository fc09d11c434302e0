package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Stay.CENTRE;
import static se.sip.testing.Stay.HOME_CARE;
import static se.sip.testing.Stay.NURSING;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.decision.DecisionRecords;
import se.sip.engine.EngineDates;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/** S23: Gun, admitted Saturday 28 March 2026, ready for discharge Thursday 2 April at 13:20, with Easter after it. */
@SipTest
class S23DischargeAtEasterTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Stay stay;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Notices notices;
    @Autowired
    DecisionRecords decisions;
    private String number;

    @BeforeEach
    void theAdmissionNoticeIsSentWithin24Hours() {
        number = stay.admitted("2026-03-28T16:00", Stay.inskrivning(Children.bornOn("19441130")));
    }

    @Test
    @Clause({"VGU-33", "VGU-40"})
    void theNoticeGoesToTheUnitsConcernedOnTheGroundOfTheLawAndNeedsNoConsent() {
        assertThat(cases.byNumber(number).audience()).isEqualTo(Audience.DISCHARGE);
        assertThat(told(NoticeKind.ADMITTED)).extracting(Addressee::key)
                .containsExactlyInAnyOrder(CENTRE, HOME_CARE, NURSING);
        assertThat(disclosures.of(number)).filteredOn(d -> d.unitId().equals(HOME_CARE)).singleElement()
                .satisfies(d -> {
                    assertThat(d.ground()).isEqualTo(Disclosure.Ground.STATUTORY_DUTY);
                    assertThat(d.groundRef()).isEqualTo("LUS 2:1");
                });
        assertThat(logged("ADMISSION_NOTICE_LATE")).isZero();
        for (String unit : List.of(HOME_CARE, NURSING)) {
            sip.as("kollega", unit);
            var task = sip.tasksWith(number, "kvittera_inskrivning").stream()
                    .filter(t -> sip.groupsOf(t).contains(unit)).findFirst().orElseThrow();
            sip.complete(task, Map.of("planning", true, "contact", "Hanna, 033-00 00"));
            sip.runJobs();
        }
        assertThat(logged("ADMISSION_ACKNOWLEDGED")).isEqualTo(2);
        assertThat(sip.open(number)).containsExactly("fast_vardkontakt");
    }

    @Test
    @Clause({"VGU-97", "VGU-99"})
    void theLastDayIsEasterDayAndTheTaskIsThereAtOnce() {
        readyOnMaundyThursday();
        var task = sip.onlyTask(number, "kalla_i_tid");
        assertThat(sip.groupsOf(task)).containsExactly(CENTRE);
        assertThat(EngineDates.dayOf(task.getDueDate())).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(told(NoticeKind.CALL_REMINDER)).as("Thursday is the last working day up to Sunday")
                .containsExactly(Addressee.unit(CENTRE));
    }

    @Test
    @Clause({"VGU-97", "VGU-98", "VGU-99", "VGU-36", "VGU-40"})
    void aCallOnEasterDayIsInTimeAndGoesToTheUnits() {
        readyOnMaundyThursday();
        toTheCall();
        sip.goTo("2026-04-05");
        sip.at(LocalDateTime.parse("2026-04-05T23:58"));
        stay.call(number, "2026-04-21");

        assertThat(sip.open(number)).doesNotContain("kalla_i_tid");
        sip.goTo("2026-04-07");
        assertThat(logged("CALL_OVERDUE")).isZero();
        assertThat(logged("CALLED")).as("home care and municipal nursing; the health centre convenes").isEqualTo(2);
        assertThat(cases.byNumber(number).convenerUnit()).isEqualTo(CENTRE);
    }

    @Test
    @Clause("VGU-99")
    void aCallAfterEasterDayIsABrokenRuleThatNeedsAReasonAndTheLaterDateIsNotUsed() {
        readyOnMaundyThursday();
        toTheCall();
        sip.goTo("2026-04-05");
        assertThat(logged("CALL_OVERDUE")).as("the whole of the last day remains").isZero();
        sip.goTo("2026-04-06");
        assertThat(logged("CALL_OVERDUE")).isEqualTo(1);
        assertThat(told(NoticeKind.CALL_OVERDUE))
                .containsExactlyInAnyOrder(Addressee.unit(CENTRE), Addressee.managersOf(CENTRE));
        stay.careContact();
        assertThatThrownBy(() -> sip.complete(number, "forsenad_kallelse", Map.of())).hasMessageContaining("LUS 4:3");
        sip.complete(number, "forsenad_kallelse", Map.of("reason", "Påskhelgen."));

        sip.goTo("2026-04-07");
        stay.call(number, "2026-04-21");
        assertThat(sip.open(number)).doesNotContain("kalla_i_tid", "forsenad_kallelse");
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("CALL_SENT")).singleElement()
                .satisfies(e -> assertThat(e.note()).contains("efter sista dagen 2026-04-05", "LUS 4:3"));
    }

    @Test
    @Clause({"VGU-148", "VGU-74", "VGU-146"})
    void whenTheSipIsMadeTheCodeIsOfDischarge() {
        readyOnMaundyThursday();
        toTheCall();
        stay.call(number, "2026-04-21");
        sip.as("kollega", HOME_CARE, NURSING);
        sip.tasksWith(number, "svar").forEach(t -> sip.fill(t, "svar", Journey.svar()));
        sip.goTo("2026-04-21");
        sip.at(LocalDateTime.parse("2026-04-21T15:00")).runJobs();
        stay.careContact();
        sip.fill(number, "mote", meeting());
        var plan = with(with(with(Journey.plan(sip.known(sip.onlyTask(number, "plan"), "plan")),
                "responsibleUnit", CENTRE), "responsiblePrincipal", "REGION"), "interventions", List.of(
                        with(with(Journey.intervention("Läkemedel", CENTRE, true), "startsOn", "2026-04-22"), "doneBy",
                                "2026-05-29"),
                        with(with(Journey.intervention("Hjälp hemma", HOME_CARE, true), "startsOn", "2026-04-22"),
                                "doneBy", "2026-05-29")));
        sip.fill(number, "plan", plan);
        sip.runJobs();
        assertThat(decisions.of(number)).filteredOn(d -> d.tableKey().equals("koder"))
                .extracting(d -> d.outcome()).containsExactly("AU125");
    }

    private Map<String, Object> meeting() {
        var form = Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote"));
        form.put("heldOn", "2026-04-21");
        form.put("planConsent", true);
        form.remove("guardianPart");
        return form;
    }

    private void readyOnMaundyThursday() {
        stay.nameCareContact(number);
        stay.ready("2026-04-02T13:20", number);
    }

    private void toTheCall() {
        stay.plan(number, stay.planeringToday());
        stay.consent(number);
    }

    private long logged(String kind) {
        return log.of(number).stream().filter(e -> e.kind().equals(kind)).count();
    }

    private List<Addressee> told(NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }
}
