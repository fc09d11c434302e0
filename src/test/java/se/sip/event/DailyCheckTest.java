package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.engine.CaseProcesses;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
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
        sip.fill(number, "fornya_samtycke", renewal);
        assertThat(sip.tasksWith(number, "fornya_samtycke")).isEmpty();
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
