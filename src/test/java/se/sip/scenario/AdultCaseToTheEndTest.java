package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.FormContent.with;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.meeting.Meetings;
import se.sip.plan.KvaCodes;
import se.sip.plan.Plans;
import se.sip.testing.AdultCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.SipTest;

/** An adult in Västra Götaland: the second part of the consent is answered at the meeting. */
@SipTest
class AdultCaseToTheEndTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    Meetings meetings;
    @Autowired
    Plans plans;
    @Autowired
    KvaCodes codes;
    @Autowired
    Notices notices;
    private AdultCase adult;
    private String number;

    @BeforeEach
    void thePersonDecidesAboutThePlanAtTheMeeting() {
        adult = new AdultCase(sip);
        number = adult.toConsent(Children.bornOn("19550219"));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", with(adult.samtycke(number), "childPlan", "DECIDES_AT_MEETING"));
        adult.call(number);
        adult.answerAll(number);
    }

    @Test
    @Clause({"VGU-65", "VGU-74", "VGU-160"})
    void aNoAtTheMeetingMeansNoPlanAndNoCodeButAMeetingThatWasHeldAndAllAreTold() {
        sip.fill(number, "mote", with(adult.held(number), "planConsent", false));

        assertThat(meetings.lastHeld(number)).isPresent();
        assertThat(plans.current(number)).isEmpty();
        assertThat(codes.of(number)).isEmpty();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
        sip.pass(Duration.ofMinutes(11));
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.CLOSED).extracting(Notice::recipient)
                .contains(Addressee.unit(AdultCase.ADDICTION), Addressee.unit(AdultCase.PROBATION), Addressee.person())
                .noneMatch(r -> r.kind() == Addressee.Kind.GUARDIAN);
    }

    @Test
    @Clause({"VGU-65", "VGU-147", "VGU-149"})
    void aYesLeadsToThePlanItsFollowUpAndItsClose() {
        sip.fill(number, "mote", with(adult.held(number), "planConsent", true));
        sip.fill(number, "plan", adult.plan(number));
        sip.runJobs();

        assertThat(plans.current(number)).isPresent();
        assertThat(codes.of(number)).extracting(c -> c.code()).contains("AU124");
        assertThat(LocalDate.parse("2026-06-24")).isEqualTo(plans.current(number).orElseThrow().followUpOn());
    }
}
