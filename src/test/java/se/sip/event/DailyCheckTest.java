package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.engine.CaseProcesses;
import se.sip.meeting.Meetings;
import se.sip.plan.Intervention;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What the daily check finds, once per occasion. */
@SipTest
class DailyCheckTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseProcesses processes;
    @Autowired
    Notices notices;
    @Autowired
    DailyCheck check;
    @Autowired
    HallandJourney halland;
    @Autowired
    Plans plans;
    @Autowired
    CaseFiles cases;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Meetings meetings;

    @Test
    @Clause({"VGU-63", "VGV-24"})
    void aMonthBeforeAConsentEndsItIsAskedAboutOnce() {
        String number = journey.toFollowUp(Children.bornOn("20141111"));
        runCheck("2026-11-29");
        assertThat(sip.open(number)).doesNotContain("fornya_samtycke");
        runCheck("2026-12-01");
        runCheck("2026-12-01");
        assertThat(sip.tasksWith(number, "fornya_samtycke")).hasSize(1);
        assertThat(notices.of(number)).extracting(Notice::kind).containsOnlyOnce(NoticeKind.CONSENT_ENDING);
        runCheck("2027-01-01");
        assertThat(notices.of(number)).extracting(Notice::kind).contains(NoticeKind.CONSENT_EXPIRED);
        assertThat(sip.tasksWith(number, "fornya_samtycke")).hasSize(1);

        journey.convener();
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", "2027-01-01", "manner", "WRITTEN");
        var renewal = new HashMap<>(Journey.samtycke());
        renewal.putAll(Map.of("informedOn", "2027-01-01", "until", "2027-06-30", "guardians", List.of(yes, yes),
                "childGivenOn", "2027-01-01"));
        renewal.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "fornya_samtycke"), "fornya_samtycke")
                .get("recipients"), Map.of("included", true)));
        assertThat(plans.current(number)).map(PlanVersion::status).contains(PlanVersion.Status.RESTING);
        sip.fill(number, "fornya_samtycke", renewal);
        assertThat(sip.tasksWith(number, "fornya_samtycke")).isEmpty();
        assertThat(plans.current(number)).as("awake the same moment").map(PlanVersion::status)
                .contains(PlanVersion.Status.CURRENT);
    }

    @Test
    @Clause("VGV-22")
    void whoTurns18IsAskedForAConsentOfTheirOwnBeforeTheNextMeeting() {
        String number = journey.toMeeting(Children.bornOn("20080315"));
        runCheck("2026-03-14");
        assertThat(sip.open(number)).doesNotContain("eget_samtycke");
        runCheck("2026-03-15");
        assertThat(sip.onlyTask(number, "eget_samtycke").getDueDate()).isBefore("2026-03-19T00:00:00");

        journey.convener();
        var own = new HashMap<>(Journey.samtycke());
        own.keySet().removeAll(List.of("guardians", "childAsked", "maturity"));
        own.putAll(Map.of("informedOn", "2026-03-15", "childGivenOn", "2026-03-15", "capacity", true));
        own.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "eget_samtycke"), "eget_samtycke")
                .get("recipients"), Map.of("included", true)));
        sip.fill(number, "eget_samtycke", own);
        assertThat(sip.open(number)).doesNotContain("eget_samtycke").contains("mote");
    }

    @Test
    @Clause({"VGV-22", "VGU-68", "VGU-70", "VGU-160"})
    void whoSaysNoAt18EndsTheCaseAndNobodysInterventions() {
        String number = journey.toFollowUp(Children.bornOn("20080401"));
        runCheck("2026-04-01");
        journey.convener();
        sip.fill(number, "eget_samtycke", own(number, "NO"));
        sip.runJobs();

        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
        assertThat(disclosures.of(number)).extracting(Disclosure::closedAt).doesNotContainNull();
        assertThat(plans.versions(number)).flatExtracting(plans::interventionsOf)
                .extracting(Intervention::confirmation).containsOnly(Intervention.Confirmation.CONFIRMED);
        sip.pass(java.time.Duration.ofMinutes(11));
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.CLOSED).extracting(Notice::recipient)
                .contains(Addressee.unit(Journey.BUP), Addressee.unit(Journey.SOCIAL), Addressee.person());
        assertThat(sip.open(number)).allMatch(f -> f.startsWith("besked"));
    }

    @Test
    @Clause({"VGV-22", "VGU-68"})
    void aNoAt18BeforeTheMeetingCancelsIt() {
        String number = journey.toMeeting(Children.bornOn("20080316"));
        runCheck("2026-03-16");
        journey.convener();
        sip.fill(number, "eget_samtycke", own(number, "NO"));
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
        assertThat(meetings.booked(number)).isEmpty();
        assertThat(notices.of(number)).extracting(Notice::kind).contains(NoticeKind.MEETING_CANCELLED);
    }

    @Test
    @Clause({"HAL-54", "HAL-57"})
    void aNoAt18EndsTheCaseInHallandToo() {
        sip.today("2026-03-03").asIn("halland", "hanna", "halland-1380-elevhalsa");
        var need = new HashMap<>(FormContent.behov());
        need.putAll(Map.of("idNumber", Children.bornOn("20080304"), "startingUnit", "halland-1380-elevhalsa",
                "municipality", "1380", "riskGroups", List.of()));
        String number = sip.start("sip", need);
        sip.today("2026-03-04").asSystem();
        check.findingsIn("halland").forEach(check::tell);
        sip.asIn("halland", "hanna", "halland-1380-elevhalsa");
        sip.fill(number, "eget_samtycke", Map.of("informed", true, "informedOn", "2026-03-04", "capacity", true,
                "childAnswer", "NO", "childPlan", "NO", "childGivenOn", "2026-03-04", "childManner", "ORAL"));
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
    }

    @Test
    @Clause({"HAL-42", "HAL-40"})
    void whoSaysYesAt18GoesOnInHallandToo() {
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20080310")),
                HallandJourney.need("SCHOOL", true, HallandJourney.SCHOOL),
                HallandJourney.need("CHILD_PSYCHIATRY", true, HallandJourney.BUP));
        var guardiansYes = Journey.samtycke();
        sip.today("2026-03-05");
        halland.convener();
        guardiansYes.put("recipients", everyRecipient(number, "samtycke"));
        sip.fill(number, "samtycke", guardiansYes);
        sip.today("2026-03-10").asSystem();
        check.findingsIn("halland").forEach(check::tell);
        halland.convener();
        sip.fill(number, "eget_samtycke", own(number, "YES"));
        sip.runJobs();
        assertThat(sip.open(number)).doesNotContain("eget_samtycke").contains("kallelse");
    }

    private List<Map<String, ?>> everyRecipient(String number, String form) {
        return Journey.each(sip.known(sip.onlyTask(number, form), form).get("recipients"), Map.of("included", true));
    }

    @Test
    @Clause({"VGV-22", "VGU-69"})
    void anUnfinishedOwnConsentIsAskedForAgain() {
        String number = journey.toMeeting(Children.bornOn("20080317"));
        runCheck("2026-03-17");
        journey.convener();
        var uninformed = own(number, "YES");
        uninformed.put("informed", false);
        sip.fill(number, "eget_samtycke", uninformed);
        assertThat(sip.tasksWith(number, "eget_samtycke")).hasSize(1);
        assertThat(cases.byNumber(number).isOpen()).isTrue();
    }

    private Map<String, Object> own(String number, String answer) {
        var own = new HashMap<>(Journey.samtycke());
        own.keySet().removeAll(List.of("guardians", "childAsked", "maturity"));
        own.putAll(Map.of("informedOn", sip.today().toString(), "childAnswer", answer, "childPlan", answer,
                "childGivenOn", sip.today().toString(), "capacity", true));
        own.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "eget_samtycke"), "eget_samtycke")
                .get("recipients"), Map.of("included", true)));
        return own;
    }

    @Test
    @Clause("VGU-63")
    void theDiagramRunsTheCheckOneCaseAtATime() {
        String number = journey.toFollowUp(Children.bornOn("20141113"));
        sip.today("2026-12-02").asSystem();
        processes.startBefore("daglig_kontroll", "sok", "vgr", "daglig", Map.of());
        sip.runJobs();
        assertThat(sip.tasksWith(number, "fornya_samtycke")).hasSize(1);
    }

    private void runCheck(String day) {
        sip.today(day).asSystem();
        check.findingsIn("vgr").forEach(check::tell);
    }
}
