package se.sip.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.BUP;
import static se.sip.testing.HallandJourney.SCHOOL;
import static se.sip.testing.HallandJourney.SOCIAL;
import static se.sip.testing.HallandJourney.need;

import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Calling, rebooking and meeting by Halland's guidance. */
@SipTest
class HallandCallTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    Journey vgr;
    @Autowired
    Invitations invitations;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    private String number;

    @BeforeEach
    void schoolSocialServicesAndBupKnowTheChild() {
        number = halland.toConsent(HallandJourney.behov(Children.bornOn("20121104")), need("SCHOOL", true, SCHOOL),
                need("SOCIAL_SERVICES", true, SOCIAL), need("CHILD_PSYCHIATRY", true, BUP),
                need("PRESCHOOL", true, "halland-1380-forskola"));
        halland.consent(number);
        sip.today("2026-03-06");
        halland.convener();
    }

    @Test
    @Clause({"HAL-64", "HAL-65", "HAL-66", "HAL-69", "HAL-70"})
    void theInvitationShowsWhatHallandAsksForAndTheRightFunction() {
        var form = halland.kallelse(number, "2026-03-25");
        var bare = Map.of("asked", true);
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(with(with(with(form, "purpose", " "),
                "longTermGoal", " "), "questions", " "), "recipients", List.of(bare, bare, bare))))
                .hasMessageContaining("purpose").hasMessageContaining("longTermGoal").hasMessageContaining("questions")
                .hasMessageContaining("requestedFunction").hasMessageContaining("HAL-66")
                .hasMessageContaining("oralContact");
        halland.call(number, "2026-03-06", "2026-03-25");
        assertThat(invitations.current(number)).extracting(Invitation::requestedFunction).containsOnly("Behandlare");
    }

    @Test
    @Clause({"HAL-74", "HAL-75"})
    void theInvitationGoesByLifecareElseByLetter() {
        halland.call(number, "2026-03-06", "2026-03-25");
        assertThat(channelOf(BUP)).isEqualTo(Channel.IT_SERVICE);
        assertThat(channelOf("halland-1380-forskola")).as("no Lifecare there").isEqualTo(Channel.LETTER);
    }

    @Test
    @Clause({"HAL-28", "HAL-71", "HAL-72", "HAL-73"})
    void aMeetingGivesWayToMoreAcuteNeedWithANewDateAndTheThirtyDaysStillCount() {
        halland.call(number, "2026-03-06", "2026-03-25");
        var event = new LinkedHashMap<String, Object>(Map.of("caseNumber", number, "kind", "MEETING_GIVES_WAY",
                "reason", "Akut patient på BUP."));
        assertThatThrownBy(() -> sip.start("handelse", event)).hasMessageContaining("newDate")
                .hasMessageContaining("newStart").hasMessageContaining("suitsFamily");
        event.putAll(Map.of("newDate", "2026-04-09", "newStart", "13:00", "newEnd", "14:00", "suitsFamily", false));
        assertThatThrownBy(() -> sip.start("handelse", event)).as("after day 30")
                .hasMessageContaining("lateReason").hasMessageContaining("2026-04-01").hasMessageContaining("familySays");
        event.putAll(Map.of("lateReason", "Först då kan alla.", "familySays", "Hellre tidigare, men det går."));
        sip.start("handelse", event);
        sip.runJobs();

        assertThat(cases.byNumber(number).meetingDue()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(cases.byNumber(number).lateReason()).isEqualTo("Först då kan alla.");
        assertThat(log.of(number)).anyMatch(e -> e.kind().equals("NEW_DATE_SUITS_NOT"));
        assertThat(notices.of(number)).extracting(Notice::kind).contains(NoticeKind.MEETING_MOVED);
        halland.convener();
        var known = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        assertThat(known.get("meetingDate").asText()).isEqualTo("2026-04-09");
        assertThat(known.get("lateReason").asText()).isEqualTo("Först då kan alla.");
    }

    @Test
    @Clause({"HAL-28", "HAL-72"})
    void theFamilyIsAskedWhenAMeetingMovesAndANewDateInTimeNeedsNoReason() {
        halland.call(number, "2026-03-06", "2026-03-25");
        var event = new LinkedHashMap<String, Object>(Map.of("caseNumber", number, "kind", "MEETING_MOVED",
                "reason", "Lokalen är upptagen.", "newDate", "2026-04-01", "newStart", "13:00", "newEnd", "14:00"));
        assertThatThrownBy(() -> sip.start("handelse", event)).hasMessageContaining("suitsFamily");
        event.put("suitsFamily", true);
        sip.start("handelse", event);
        sip.runJobs();
        assertThat(cases.byNumber(number).lateReason()).isNull();
        assertThat(log.of(number)).anyMatch(e -> e.kind().equals("NEW_DATE_SUITS"));
    }

    @Test
    @Clause("HAL-71")
    void inVastraGotalandThatIsNotRegulated() {
        String other = vgr.toAnswers(Children.bornOn("20140312"));
        assertThatThrownBy(() -> sip.start("handelse", Map.of("caseNumber", other, "kind", "MEETING_GIVES_WAY",
                "reason", "x", "newDate", "2026-03-20", "newStart", "13:00", "newEnd", "14:00", "suitsFamily", true)))
                .hasMessageContaining("inte reglerat");
    }

    /** Both principals must attend: a meeting to which only one came is not held as a SIP meeting. */
    @Test
    @Clause({"HAL-12", "HAL-17"})
    void aMeetingWithOnePrincipalIsNoSipMeetingAndMayBecomeAnother() {
        halland.call(number, "2026-03-06", "2026-03-25");
        halland.answerAll(number);
        sip.at(LocalDate.parse("2026-03-25").atTime(15, 0)).runJobs();
        halland.convener();
        var known = sip.known(sip.onlyTask(number, "mote"), "mote");
        var form = new LinkedHashMap<>(Journey.mote(known));
        form.put("heldOn", "2026-03-25");
        var rows = new java.util.ArrayList<Map<String, ?>>();
        known.get("attendance").forEach(row -> rows.add(row.get("party").asText().equals(BUP)
                ? Map.of("present", false, "absentWhy", "Sjukdom")
                : Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
        form.put("attendance", rows);
        assertThatThrownBy(() -> sip.fill(number, "mote", form)).hasMessageContaining("HAL-12")
                .hasMessageContaining("Regionen är inte med");
        sip.start("handelse", Map.of("caseNumber", number, "kind", "OTHER_MEETING", "reason", "BUP kom inte.",
                "assessment", "Vi planerar utan vården tills vidare.", "meetingType", "NETWORK_MEETING"));
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.OTHER_MEETING);
    }

    private Channel channelOf(String unit) {
        return invitations.current(number).stream().filter(i -> unit.equals(i.unitId())).findFirst().orElseThrow()
                .channel();
    }
}
