package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Stay.CENTRE;
import static se.sip.testing.Stay.HOME_CARE;
import static se.sip.testing.Stay.NURSING;
import static se.sip.testing.Stay.WARD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Way;
import se.sip.engine.EngineDates;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/** S25: Inez is ready for discharge Friday 18 September 2026; only the health centre follows her up. */
@SipTest
class S25SipNotNeededTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Stay stay;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    @Autowired
    Outbox outbox;
    private String number;

    @BeforeEach
    void inezIsReadyForDischarge() {
        var form = with(with(with(Stay.inskrivning(Children.bornOn("19510518")), "admittedOn", "2026-09-14"),
                "expectedOn", "2026-09-18"), "givenName", "Inez");
        number = stay.admitted("2026-09-14T14:00", form);
        stay.nameCareContact(number);
        stay.ready("2026-09-18T10:00", number);
    }

    @Test
    @Clause({"VGU-100", "VGU-101"})
    void theJudgementGoesToAllThatGotTheNoticeReceiptsAreTrackedAndNoTimerStays() {
        assertThat(sip.open(number)).contains("kalla_i_tid");
        decideNotNeeded();
        assertThat(sip.open(number)).as("nobody waits for a call").doesNotContain("kalla_i_tid");
        assertThat(told(NoticeKind.SIP_NOT_NEEDED)).extracting(Addressee::key)
                .containsExactlyInAnyOrder(CENTRE, HOME_CARE, NURSING);
        assertThat(sip.tasksWith(number, "kvittera_behovs_ej")).hasSize(2);

        sip.goTo("2026-09-25");
        assertThat(logged("CALL_OVERDUE")).as("no three-day timer stays active").isZero();
        receipt(HOME_CARE, true);
        assertThat(cases.byNumber(number).isOpen()).as("one receipt is missing").isTrue();
        receipt(NURSING, true);
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.SIP_NOT_NEEDED);
        assertThat(told(NoticeKind.SAFE_DISCHARGE)).hasSize(3);
        assertThat(logged("NOT_NEEDED_ACCEPTED")).isEqualTo(2);
        sip.deliver(number);
        assertThat(outbox.viewsOf(number)).filteredOn(v -> v.way().equals(Way.LETTER.swedish())).as("Inez is told in writing")
                .singleElement().satisfies(v -> assertThat(v.what()).isEqualTo("Besked om att en SIP inte behövs"));
        assertThat(sip.tasksWith(number, "posta")).hasSize(1);
    }

    @Test
    @Clause({"VGU-100", "VGU-101"})
    void withoutReasonAndPlanForASafeDischargeItCannotBeDecided() {
        var form = new java.util.LinkedHashMap<>(Stay.notNeeded());
        form.remove("notNeededReason");
        form.remove("safePlan");
        stay.careContact();
        assertThatThrownBy(() -> sip.fill(number, "planering", form)).hasMessageContaining("VGU-100")
                .hasMessageContaining("VGU-101");
    }

    @Test
    @Clause({"VGU-99", "VGU-101"})
    void whenHomeCareObjectsTheTimeStillCountsFromTheEighteenth() {
        decideNotNeeded();
        sip.goTo("2026-09-20");
        receipt(HOME_CARE, false);

        assertThat(sip.open(number)).contains("planering", "kalla_i_tid").doesNotContain("kvittera_behovs_ej");
        assertThat(EngineDates.dayOf(sip.onlyTask(number, "kalla_i_tid").getDueDate()))
                .isEqualTo(LocalDate.of(2026, 9, 21));
        assertThat(told(NoticeKind.SIP_RECONSIDERED)).hasSize(3);
        sip.goTo("2026-09-21");
        assertThat(logged("CALL_OVERDUE")).isZero();
        sip.goTo("2026-09-22");
        assertThat(logged("CALL_OVERDUE")).isEqualTo(1);
        stay.plan(number, stay.planeringToday());
        stay.consent(number);
        stay.call(number, "2026-10-01");
        assertThat(sip.open(number)).doesNotContain("kalla_i_tid").contains("forsenad_kallelse");
    }

    @Test
    @Clause({"VGU-99", "VGU-101"})
    void anObjectionDaysLaterFindsTheOriginalTimePassed() {
        decideNotNeeded();
        sip.goTo("2026-09-29");
        receipt(NURSING, false);
        assertThat(logged("CALL_OVERDUE")).isEqualTo(1);
        assertThat(sip.open(number)).contains("forsenad_kallelse", "kalla_i_tid", "planering");

        decideNotNeeded();
        assertThat(sip.open(number)).as("decided anew, all are asked again").doesNotContain("kalla_i_tid");
        receipt(HOME_CARE, true);
        receipt(NURSING, true);
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.SIP_NOT_NEEDED);
    }

    @Test
    void openCompulsoryPsychiatricCareIsRoutedToACoordinatedCarePlan() {
        stay.plan(number, with(with(Stay.planering(), "compulsoryCare", true), "offerAnswer", null));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.COORDINATED_CARE_PLAN);
        assertThat(told(NoticeKind.COORDINATED_CARE_PLAN)).contains(Addressee.unit(WARD), Addressee.unit(HOME_CARE));
        sip.goTo("2026-09-22");
        assertThat(logged("CALL_OVERDUE")).isZero();
    }

    private void decideNotNeeded() {
        stay.plan(number, Stay.notNeeded());
    }

    private void receipt(String unit, boolean agrees) {
        sip.as("kollega", unit);
        var task = sip.tasksWith(number, "kvittera_behovs_ej").stream().filter(t -> sip.groupsOf(t).contains(unit))
                .findFirst().orElseThrow();
        sip.complete(task, agrees ? Map.of("agrees", true)
                : Map.of("agrees", false, "objection", "Hjälp morgon och kväll behövs."));
        sip.runJobs();
    }

    private long logged(String kind) {
        return log.of(number).stream().filter(e -> e.kind().equals(kind)).count();
    }

    private List<Addressee> told(NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }
}
