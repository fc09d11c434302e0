package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CaseStatus;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.consent.WhoWithdrew;
import se.sip.correspondence.Addressee;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S10: the consent is withdrawn the day before the meeting. Four are called and one is invited. */
@SipTest
class S10ConsentWithdrawnTest {

    private static final String HABILITATION = "vgr-habilitering-boras";
    private static final String CARE = "vgr-1490-vc-centrum";
    private static final String PROBATION = "vgr-frivarden-boras";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Consents consents;
    @Autowired
    Meetings meetings;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Notices notices;
    private String bosse;
    private String number;

    @BeforeEach
    void meetingIsBookedOn20MarchAndBossesGuardianWithdrawsTheDayBefore() {
        bosse = Children.bornOn("20140505");
        number = called(bosse);
        sip.at(LocalDateTime.parse("2026-03-19T15:45"));
        journey.convener();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "CONSENT_WITHDRAWN", "who", "GUARDIAN", "manner",
                "BY_TELEPHONE", "on", "2026-03-19", "at", "15:40"));
    }

    @Test
    @Clause({"VGV-25", "VGU-64"})
    void theMeetingIsCancelledWithinTheSameWorkingStep() {
        assertThat(meetings.booked(number)).isEmpty();
        assertThat(meetings.of(number)).extracting(Meeting::status).containsExactly(Meeting.Status.CANCELLED);
        assertThat(sip.open(number)).doesNotContain("svar", "mote", "kallelse");
    }

    @Test
    @Clause({"VGU-160", "VGU-88", "VGU-89"})
    void allCalledAndInvitedAndTheFamilyAreToldWithoutReasonOrHealthData() {
        var told = told(NoticeKind.MEETING_CANCELLED);
        assertThat(told).contains(Addressee.unit(SOCIAL), Addressee.unit(BUP), Addressee.unit(HABILITATION),
                Addressee.unit(CARE), Addressee.unit(PROBATION), Addressee.person());
        assertThat(told).filteredOn(r -> r.kind() == Addressee.Kind.GUARDIAN).hasSize(2);
        assertThat(told(NoticeKind.CLOSED)).containsExactlyInAnyOrderElementsOf(told);
        assertThat(NoticeKind.MEETING_CANCELLED.swedish() + NoticeKind.CLOSED.swedish())
                .doesNotContainIgnoringCase("samtyck").doesNotContainIgnoringCase("återkall");
    }

    @Test
    @Clause({"VGV-25", "VGV-26"})
    void readingOutsideTheOwnUnitIsClosedAtOnce() {
        for (String unit : List.of(SOCIAL, BUP, HABILITATION, CARE, PROBATION)) {
            assertThat(disclosures.covers(number, unit)).as(unit).isFalse();
        }
        assertThat(disclosures.of(number)).as("what was disclosed stays on record").isNotEmpty();
    }

    @Test
    @Clause({"VGU-158", "VGU-64"})
    void theCaseIsClosedAsWithdrawnWithTimeAndForm() {
        var caseFile = cases.byNumber(number);
        assertThat(caseFile.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(caseFile.endKind()).isEqualTo(EndKind.CONSENT_WITHDRAWN);
        assertThat(caseFile.noticesLeaveAt()).as("it cannot be taken back").isNull();
        assertThat(consents.stateOn(number, sip.today())).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(consents.versions(number)).singleElement().satisfies(c -> {
            assertThat(c.withdrawnAt()).isEqualTo(LocalDateTime.parse("2026-03-19T15:40"));
            assertThat(c.withdrawnBy()).isEqualTo(WhoWithdrew.GUARDIAN);
            assertThat(c.withdrawnHow()).contains("telefon");
        });
    }

    @Test
    @Clause({"VGU-160", "VGU-161", "VGU-162"})
    void eachUnitDocumentsAndTheFamilyIsToldWhereToTurn() {
        sip.runJobs();
        assertThat(sip.open(number)).containsOnly("besked", "besked_enhet");
        var convenersTask = sip.onlyTask(number, "besked");
        var rows = new ArrayList<Map<String, Object>>();
        sip.known(convenersTask, "besked").get("told").forEach(row -> rows.add(Map.of("toldOn", "2026-03-19", "how",
                "TELEPHONE")));
        assertThat(rows).hasSize(3);
        assertThatThrownBy(() -> sip.fill(convenersTask, "besked", Map.of("told", rows, "documented", true)))
                .hasMessageContaining("whereToTurn");
        sip.fill(convenersTask, "besked", Map.of("told", rows, "documented", true, "whereToTurn",
                "Kontakta elevhälsan eller vårdcentralen."));
        for (var task : sip.tasksWith(number, "besked_enhet")) {
            sip.as("kollega", SOCIAL, BUP, HABILITATION, CARE, PROBATION);
            sip.fill(task, "besked_enhet", Map.of("documentedOn", "2026-03-19"));
        }
        sip.runJobs();
        assertThat(sip.isRunning(number)).isFalse();
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.CLOSED)
                .allSatisfy(n -> assertThat(n.status() == Notice.Status.TOLD || n.documentedOn() != null).isTrue());
    }

    @Test
    @Clause("VGU-70")
    void noInterventionIsEnded() {
        assertThat(log.of(number)).extracting(e -> e.kind()).noneMatch(kind -> kind.startsWith("INTERVENTION"));
        assertThat(NoticeKind.CLOSED.swedish()).doesNotContainIgnoringCase("insats");
    }

    @Test
    @Clause("VGU-154")
    void aRenewedWishNeedsANewConsentAndANewProcess() {
        sip.today("2026-03-25");
        journey.convener();
        assertThatThrownBy(() -> sip.start("handelse", Map.of("caseNumber", number, "kind", "REOPEN", "reason",
                "Familjen har ångrat sig."))).hasMessageContaining("nytt samtycke");

        String renewed = sip.start("sip", with(with(FormContent.behov(), "idNumber", bosse), "discoveredOn",
                "2026-03-25"));
        assertThat(renewed).isNotEqualTo(number);
        assertThat(consents.stateOn(renewed, sip.today())).isEqualTo(ConsentState.NONE);
        assertThat(sip.open(renewed)).containsExactly("forbered");
    }

    private List<Addressee> told(NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }

    private String called(String idNumber) {
        String started = journey.toPreparation(idNumber);
        sip.today("2026-03-04");
        sip.fill(started, "forbered", with(Journey.forbered(), "needs", List.of(
                need("SCHOOL", SCHOOL), need("SOCIAL_SERVICES", SOCIAL), need("CHILD_PSYCHIATRY", BUP),
                need("HABILITATION", HABILITATION), need("HEALTH_CENTRE", CARE), need("PROBATION", PROBATION))));
        sip.fill(started, "enheter", Map.of("proposals", times(6, Map.of("keep", true))));
        sip.today("2026-03-05");
        sip.fill(started, "samtycke", with(Journey.samtycke(), "recipients", times(6, Map.of("included", true))));
        sip.today("2026-03-06");
        var opened = sip.known(sip.onlyTask(started, "kallelse"), "kallelse");
        sip.fill(started, "kallelse", with(Journey.kallelse(opened), "meetingDate", "2026-03-20"));
        sip.runJobs();
        return started;
    }

    private static Map<String, Object> need(String kind, String unit) {
        var need = new LinkedHashMap<String, Object>();
        need.put("kind", kind);
        need.put("need", "Stöd");
        need.put("knownThere", true);
        need.put("unitId", unit);
        return need;
    }

    private static List<Map<String, Object>> times(int n, Map<String, Object> row) {
        return java.util.Collections.nCopies(n, row);
    }
}
