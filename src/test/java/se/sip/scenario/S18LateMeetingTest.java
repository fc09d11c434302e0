package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.event.LateMeetings;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S18: the need was discovered 2 March and no meeting is held by 23 March. */
@SipTest
class S18LateMeetingTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    @Autowired
    LateMeetings late;
    private String number;

    @BeforeEach
    void unitsAreCalledToAMeetingAfterTheRecommendedDay() {
        number = journey.toDispatch(Children.bornOn("20140606"));
        sip.today("2026-03-06");
        var opened = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        sip.fill(number, "kallelse", FormContent.with(FormContent.with(Journey.kallelse(opened),
                "meetingDate", "2026-03-27"), "lateReason", "BUP kan inte före den 27."));
        sip.runJobs();
        assertThat(cases.byNumber(number).meetingDue()).isEqualTo(LocalDate.of(2026, 3, 23));
    }

    @Test
    @Clause({"VGB-17", "VGU-81"})
    void whenSevenDaysRemainTheConvenerAndThoseWhoHaveNamedNobodyAreReminded() {
        sip.today("2026-03-09").as("kollega", SCHOOL, SOCIAL, BUP);
        var socials = sip.tasksWith(number, "svar").stream()
                .filter(t -> sip.groupsOf(t).contains(SOCIAL)).findFirst().orElseThrow();
        sip.fill(socials, "svar", Journey.svar());

        sip.goTo("2026-03-15");
        assertThat(told(NoticeKind.MEETING_REMINDER)).isEmpty();
        sip.goTo("2026-03-16");
        assertThat(told(NoticeKind.MEETING_REMINDER)).containsExactly(Addressee.unit(SCHOOL));
        assertThat(told(NoticeKind.NAME_PARTICIPANT)).contains(Addressee.unit(BUP))
                .doesNotContain(Addressee.unit(SOCIAL));
    }

    @Test
    @Clause({"VGB-17", "VGU-85"})
    void when23MarchHasPassedReasonAndNewDateAreAskedAndTheManagerIsTold() {
        sip.goTo("2026-03-23");
        assertThat(late.isPassed(number)).as("the whole of the last day remains").isFalse();

        sip.goTo("2026-03-24");
        assertThat(late.isPassed(number)).isTrue();
        assertThat(told(NoticeKind.MEETING_DUE_PASSED))
                .containsExactlyInAnyOrder(Addressee.unit(SCHOOL), Addressee.managersOf(SCHOOL));
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("MEETING_DUE_PASSED")).as("counted").hasSize(1);
        journey.convener();
        assertThatThrownBy(() -> sip.complete(number, "forsenat", Map.of("newDate", "2026-03-20")))
                .hasMessageContaining("reason").hasMessageContaining("bakåt i tiden");
        sip.complete(number, "forsenat", Map.of("reason", "BUP kunde inte före den 27.", "newDate", "2026-03-27"));
        assertThat(cases.byNumber(number).lateReason()).contains("BUP");
    }

    @Test
    @Clause({"VGB-17", "VGB-14"})
    void theProcessGoesOnAndTheMeetingCanStillBeHeld() {
        sip.goTo("2026-03-24");
        journey.convener();
        sip.complete(number, "forsenat", Map.of("reason", "BUP kunde inte före den 27.", "newDate", "2026-03-27"));
        sip.goTo("2026-03-27");
        sip.pass(java.time.Duration.ofHours(8));
        journey.convener();
        var opened = sip.known(sip.onlyTask(number, "mote"), "mote");
        sip.fill(number, "mote", FormContent.with(Journey.mote(opened), "heldOn", "2026-03-27"));
        assertThat(sip.open(number)).contains("plan");

        sip.goTo("2026-03-29");
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("MEETING_DUE_PASSED"))
                .as("the new date was kept").hasSize(1);
        assertThat(sip.open(number)).doesNotContain("forsenat");
    }

    @Test
    @Clause("VGB-17")
    void aNewDateThatPassesTooIsAskedAboutAgain() {
        sip.goTo("2026-03-24");
        journey.convener();
        sip.complete(number, "forsenat", Map.of("reason", "Sjukdom.", "newDate", "2026-03-25"));
        sip.goTo("2026-03-25");
        assertThat(sip.open(number)).doesNotContain("forsenat");
        sip.goTo("2026-03-26");
        assertThat(sip.open(number)).contains("forsenat");
    }

    @Test
    @Clause("VGB-17")
    void theCaseIsNotShownAsABreachOfLaw() {
        sip.goTo("2026-03-24");
        assertThat(NoticeKind.MEETING_DUE_PASSED.swedish()).contains("Rekommenderad tid")
                .doesNotContainIgnoringCase("brott").doesNotContainIgnoringCase("lag");
        assertThat(cases.byNumber(number).isOpen()).isTrue();
    }

    private List<Addressee> told(NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }
}
