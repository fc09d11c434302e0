package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SOCIAL;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosures;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.WhoWithdrew;
import se.sip.correspondence.Addressee;
import se.sip.meeting.Meetings;
import se.sip.tasklist.Faults;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What can happen at any time, but for withdrawals and endings, which have tests of their own. */
@SipTest
class AnyTimeEventsTest {

    private static final String HABILITATION = "vgr-habilitering-boras";
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseEvents events;
    @Autowired
    StaffDirectory staff;
    @Autowired
    CaseFiles cases;
    @Autowired
    Meetings meetings;
    @Autowired
    Notices notices;
    @Autowired
    Disclosures disclosures;
    private final String child = Children.bornOn("20141010");

    @Test
    @Clause({"VGB-14", "VGB-17"})
    void aMovedMeetingIsToldOfAndCalledToAnewWhileTheThreeWeeksStand() {
        String number = journey.toMeeting(child);
        happens(EventForm.of(EventKind.MEETING_MOVED).withCaseNumber(number).withReason("Kuratorn är sjuk.")
                .withNewDate(LocalDate.parse("2026-03-20")).withNewStart(LocalTime.of(10, 0))
                .withNewEnd(LocalTime.of(11, 0)));

        assertThat(meetings.booked(number).orElseThrow().startsAt().toLocalDate()).isEqualTo("2026-03-20");
        assertThat(told(number, NoticeKind.MEETING_MOVED)).contains(Addressee.unit(BUP), Addressee.unit(SOCIAL),
                Addressee.person());
        assertThat(sip.open(number)).containsExactly("kallelse");
        assertThat(cases.byNumber(number).meetingDue()).isEqualTo("2026-03-23");
    }

    @Test
    @Clause("VGB-14")
    void aCancelledMeetingIsToldOfWithoutTheReason() {
        String number = journey.toAnswers(child);
        happens(EventForm.of(EventKind.MEETING_CANCELLED).withCaseNumber(number).withReason("Alva är inlagd."));

        assertThat(meetings.booked(number)).isEmpty();
        assertThat(told(number, NoticeKind.MEETING_CANCELLED)).contains(Addressee.unit(BUP), Addressee.person());
        assertThat(NoticeKind.MEETING_CANCELLED.swedish()).doesNotContain("inlagd");
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    @Clause("VGU-141")
    void aMaterialChangeCallsToAnEarlyFollowUp() {
        String number = journey.toFollowUp(child);
        sip.today("2026-04-10");
        journey.convener();
        happens(EventForm.of(EventKind.LIFE_CHANGED).withCaseNumber(number).withReason("Flyttar till pappa."));
        sip.runJobs();

        assertThat(sip.open(number)).contains("kalla_uppfoljning");
    }

    @Test
    @Clause({"VGB-17", "VGB-12"})
    void aCorrectedDiscoveryMovesTheDatesAndTheTimers() {
        String number = journey.toDispatch(child);
        happens(EventForm.of(EventKind.DATE_CORRECTED).withCaseNumber(number).withReason("Skrev fel.")
                .withDiscoveredOn(LocalDate.parse("2026-02-20")));

        assertThat(cases.byNumber(number).meetingDue()).isEqualTo("2026-03-13");
        sip.goTo("2026-03-13");
        assertThat(sip.open(number)).doesNotContain("forsenat");
        sip.goTo("2026-03-14");
        assertThat(sip.open(number)).contains("forsenat");
    }

    @Test
    @Clause("VGB-17")
    void aCorrectedDiscoveryLeavesTheNewDateThatTheConvenerHasGiven() {
        String number = journey.toDispatch(child);
        sip.goTo("2026-03-24");
        journey.convener();
        sip.fill(number, "forsenat", Map.of("reason", "Sjukdom.", "newDate", "2026-03-30"));
        happens(EventForm.of(EventKind.DATE_CORRECTED).withCaseNumber(number).withReason("Skrev fel.")
                .withDiscoveredOn(LocalDate.parse("2026-02-20")));

        assertThat(cases.byNumber(number).meetingDue()).isEqualTo("2026-03-13");
        sip.goTo("2026-03-30");
        assertThat(sip.open(number)).as("the recommended day has been warned of").doesNotContain("forsenat");
        sip.goTo("2026-03-31");
        assertThat(sip.open(number)).contains("forsenat");
    }

    @Test
    @Clause({"VGV-08", "VGU-61"})
    void anAddedUnitSeesNothingBeforeTheConsentIsExtendedToIt() {
        String number = added();
        assertThat(disclosures.covers(number, HABILITATION)).isFalse();
        assertThat(sip.tasksWith(number, "svar")).noneMatch(t -> sip.groupsOf(t).contains(HABILITATION));

        sip.fill(number, "utokat_samtycke", extension("YES"));
        sip.runJobs();
        assertThat(disclosures.covers(number, HABILITATION)).isTrue();
        assertThat(sip.tasksWith(number, "svar")).anyMatch(t -> sip.groupsOf(t).contains(HABILITATION));
    }

    @Test
    @Clause("VGV-08")
    void aUnitTheFamilySaysNoToIsNotCalledAndTheCaseGoesOn() {
        String number = added();
        sip.fill(number, "utokat_samtycke", extension("NO"));
        sip.runJobs();
        assertThat(disclosures.covers(number, HABILITATION)).isFalse();
        assertThat(cases.byNumber(number).isOpen()).isTrue();
        assertThat(sip.open(number)).contains("svar").doesNotContain("utokat_samtycke");
    }

    @Test
    @Clause({"VGV-08", "VGV-21"})
    void whereAnAnswerIsMissingTheFamilyIsAskedAgainAndTheUnitIsNotDropped() {
        String number = added();
        var uninformed = new java.util.HashMap<>(extension("YES"));
        uninformed.put("informed", false);
        sip.fill(number, "utokat_samtycke", uninformed);
        assertThat(sip.open(number)).contains("utokat_samtycke");
        assertThat(disclosures.covers(number, HABILITATION)).isFalse();

        sip.fill(number, "utokat_samtycke", extension("YES"));
        sip.runJobs();
        assertThat(disclosures.covers(number, HABILITATION)).isTrue();
    }

    @Test
    @Clause({"VGV-08", "VGV-22"})
    void aMatureChildWhoHasNotAnsweredIsAskedAgainAboutTheUnit() {
        String number = added();
        var withoutTheChild = new java.util.HashMap<>(extension("YES"));
        withoutTheChild.putAll(Map.of("maturity", "CAN_DECIDE", "maturityReason", "Förstår frågan.", "maturityBy",
                "Kuratorn", "childAsked", false, "childNotAsked", "Sover."));
        withoutTheChild.keySet().removeIf(k -> List.of("childAnswer", "childPlan", "childGivenOn", "childManner")
                .contains(k));
        sip.fill(number, "utokat_samtycke", withoutTheChild);
        assertThat(sip.open(number)).contains("utokat_samtycke");
    }

    @Test
    void aCaseThatIsHandedOverTakesItsTasksWithIt() {
        String number = journey.toAnswers(child);
        journey.convener();
        happens(EventForm.of(EventKind.HAND_OVER).withCaseNumber(number).withReason("Socialtjänsten har mest kontakt.")
                .withToUnit(SOCIAL));

        assertThat(cases.byNumber(number).convenerUnit()).isEqualTo(SOCIAL);
        assertThat(told(number, NoticeKind.HANDED_OVER)).contains(Addressee.unit(SOCIAL));
        assertThat(faults(EventForm.of(EventKind.MEETING_CANCELLED).withCaseNumber(number).withReason("x")))
                .as("the former unit has nothing to do with it").extracting(Faults.Fault::field)
                .containsExactly("caseNumber");
        sip.at(LocalDateTime.parse("2026-03-19T15:00")).runJobs();
        assertThat(sip.groupsOf(sip.onlyTask(number, "mote"))).containsExactly(SOCIAL);
    }

    @Test
    @Clause({"VGV-25", "VGU-64"})
    void aWithdrawalIsTakenInByAnyUnitThatTakesPartAndNothingElseIs() {
        String number = journey.toAnswers(child);
        sip.as("bengt", BUP);
        var withdrawal = EventForm.of(EventKind.CONSENT_WITHDRAWN).withCaseNumber(number).withWho(WhoWithdrew.PERSON)
                .withManner(EventForm.Manner.ORALLY).withOn(sip.today()).withAt(LocalTime.of(8, 30));
        assertThat(faults(withdrawal)).isEmpty();
        assertThat(faults(EventForm.of(EventKind.MEETING_CANCELLED).withCaseNumber(number).withReason("x")))
                .extracting(Faults.Fault::field).containsExactly("caseNumber");
        sip.as("hanna", HABILITATION);
        assertThat(faults(withdrawal)).extracting(Faults.Fault::field).containsExactly("caseNumber");
    }

    @Test
    void allFaultsOfAnEventComeAtOnce() {
        String number = journey.toAnswers(child);
        journey.convener();
        assertThat(faults(EventForm.of(EventKind.MEETING_MOVED).withCaseNumber(number)))
                .extracting(Faults.Fault::field)
                .containsExactlyInAnyOrder("reason", "newDate", "newStart", "newEnd");
    }

    private String added() {
        String number = journey.toAnswers(child);
        journey.convener();
        happens(EventForm.of(EventKind.ADD_UNIT).withCaseNumber(number).withUnit(HABILITATION).withNeed("Utredning"));
        assertThat(sip.open(number)).contains("utokat_samtycke");
        sip.today("2026-03-09");
        return number;
    }

    private static Map<String, Object> extension(String answer) {
        var each = Map.of("answer", answer, "plan", answer, "givenOn", "2026-03-09", "manner", "ORAL");
        return Map.of("informed", true, "informedOn", "2026-03-09", "recipients", List.of(Map.of("included", true)),
                "guardians", List.of(each, each), "childAsked", true, "childAnswer", answer, "childPlan", answer,
                "childGivenOn", "2026-03-09", "childManner", "ORAL");
    }

    private void happens(EventForm form) {
        events.happened(form, staff.current().orElseThrow());
    }

    private List<Faults.Fault> faults(EventForm form) {
        return events.faultsOf(form, staff.current().orElseThrow()).list();
    }

    private List<Addressee> told(String number, NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }
}
