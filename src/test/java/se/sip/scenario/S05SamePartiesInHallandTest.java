package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.decision.DecisionRecords;
import se.sip.need.OtherMeetings;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S05: in Halland school and social services alone are not a SIP process. */
@SipTest
class S05SamePartiesInHallandTest {

    private static final Map<String, Object> CHOICE = Map.of("assessment", "Skola och socialtjänst behöver planera "
            + "skolvägen; vården behövs inte.", "meetingType", "COORDINATION_MEETING", "reason", "Två parter räcker.");

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    Journey vgr;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    OtherMeetings otherMeetings;
    @Autowired
    Notices notices;

    private static Map<String, Object> nils(String... kinds) {
        return with(HallandJourney.behov(Children.bornOn("20160517")), "needsFrom", List.of(kinds));
    }

    @Test
    @Clause({"HAL-12", "HAL-17", "HAL-18"})
    void theDecisionSaysNotASipProcessAndOffersOtherMeetings() {
        String number = halland.toPreparation(nils("SCHOOL", "SOCIAL_SERVICES"));

        assertThat(sip.open(number)).containsExactly("annan_motesform");
        assertThat(decisions.of(number)).filteredOn(d -> d.tableKey().equals("behov_av_sip")).singleElement()
                .satisfies(d -> {
                    assertThat(d.outcome()).isEqualTo("OTHER_MEETING");
                    assertThat(d.clauses().values()).contains("HAL-12", "HAL-17");
                    assertThat(d.why()).contains("inte en SIP-process");
                });
        assertThat(otherMeetings.offered(cases.byNumber(number))).extracting(OtherMeetings.Alternative::label)
                .containsExactly("Samordningsmöte", "Nätverksmöte", "Gemensam planering");
        assertThatThrownBy(() -> sip.complete(number, "annan_motesform", Map.of("meetingType", "SIP_ANYWAY")))
                .hasMessageContaining("assessment").hasMessageContaining("meetingType").hasMessageContaining("reason");
    }

    @Test
    @Clause({"HAL-12", "HAL-17", "HAL-18", "HAL-127"})
    void theChoiceIsStoredTheCaseEndsAsAnotherMeetingAndTheGuardiansAreTold() {
        String number = halland.toPreparation(nils("SCHOOL", "SOCIAL_SERVICES"));
        sip.complete(number, "annan_motesform", CHOICE);

        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.OTHER_MEETING);
        assertThat(otherMeetings.of(number)).get().satisfies(m -> {
            assertThat(m.form()).isEqualTo("COORDINATION_MEETING");
            assertThat(m.assessment()).contains("skolvägen");
            assertThat(m.reason()).isEqualTo("Två parter räcker.");
            assertThat(m.clauses().values()).contains("HAL-17", "HAL-18");
        });
        assertThat(log.of(number)).as("no denial").noneMatch(e -> e.kind().equals("REQUEST_DENIED"));

        sip.pass(Duration.ofMinutes(11));
        assertThat(notices.of(number)).extracting(Notice::recipient).extracting(Addressee::kind)
                .contains(Addressee.Kind.GUARDIAN);
        halland.convener();
        var told = Journey.each(sip.known(sip.onlyTask(number, "besked"), "besked").get("told"),
                Map.of("toldOn", "2026-03-03", "how", "TELEPHONE"));
        assertThat(told).as("both guardians, and the child").hasSizeGreaterThanOrEqualTo(2);
        sip.fill(number, "besked", Map.of("documented", true, "told", told, "whereToTurn", "Elevhälsan."));
        sip.runJobs();
        assertThat(sip.isRunning(number)).isFalse();
    }

    /** The neighbours: whichever principal is alone, with however many units. */
    @ParameterizedTest
    @ValueSource(strings = {"PRESCHOOL,SOCIAL_SERVICES,MUNICIPAL_HEALTH", "CHILD_PSYCHIATRY,HABILITATION", "SCHOOL",
        "RESIDENTIAL_HOME,INSURANCE_AGENCY"})
    @Clause({"HAL-11", "HAL-12"})
    void onePrincipalIsNeverASip(String kinds) {
        String number = halland.toPreparation(nils(kinds.split(",")));
        assertThat(sip.open(number)).containsExactly("annan_motesform");
    }

    @Test
    @Clause({"HAL-12", "HAL-82"})
    void withAUnitOfTheRegionItIsASip() {
        String number = halland.toPreparation(nils("SCHOOL", "HEALTH_CENTRE"));
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause("VGB-05")
    void inVastraGotalandTheSameCaseEndsWithoutThatChoice() {
        sip.today("2026-03-03");
        vgr.convener();
        String number = sip.start("sip", with(with(se.sip.testing.FormContent.behov(), "idNumber",
                Children.bornOn("20160517")), "needsFrom", List.of("SCHOOL", "SOCIAL_SERVICES")));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_SIP_DUE);
        assertThat(otherMeetings.of(number)).isEmpty();
    }

    @Test
    @Clause({"HAL-12", "HAL-17"})
    void aMistakeIsTakenBackAndJudgedAnew() {
        String number = halland.toPreparation(nils("SCHOOL", "SOCIAL_SERVICES"));
        sip.complete(number, "annan_motesform", CHOICE);
        sip.start("handelse", Map.of("caseNumber", number, "kind", "UNDO", "reason", "BUP behövs också."));
        sip.runJobs();
        halland.convener();
        sip.fill(number, "bedomning", Map.of("judgement", "ACCEPT", "discoveredOn", "2026-03-02", "needsFrom",
                List.of("SCHOOL", "SOCIAL_SERVICES", "CHILD_PSYCHIATRY")));
        assertThat(sip.open(number)).containsExactly("forbered");
        assertThat(cases.byNumber(number).endKind()).isNull();
    }

    /** Asked again at every change of participants: without the region it is no SIP, and cannot go on as one. */
    @Test
    @Clause({"HAL-12", "HAL-17", "HAL-18"})
    void whenTheRegionLeavesDuringPreparationTheCaseTurnsToAnotherMeeting() {
        String number = halland.toPreparation(nils("SCHOOL", "CHILD_PSYCHIATRY"));
        sip.fill(number, "forbered", HallandJourney.forbered(HallandJourney.need("SCHOOL", true,
                HallandJourney.SCHOOL), HallandJourney.need("CHILD_PSYCHIATRY", true, HallandJourney.BUP)));
        assertThatThrownBy(() -> sip.fill(number, "enheter", Map.of("proposals", List.of(Map.of("keep", true),
                Map.of("keep", false, "removedBecause", "Familjen vill inte.")))))
                .hasMessageContaining("HAL-12");
        var event = Map.of("caseNumber", number, "kind", "OTHER_MEETING", "reason", "Vården är inte med.");
        assertThatThrownBy(() -> sip.start("handelse", event)).hasMessageContaining("assessment")
                .hasMessageContaining("meetingType");
        sip.start("handelse", Map.of("caseNumber", number, "kind", "OTHER_MEETING", "reason", "Vården är inte med.",
                "assessment", "Skolan planerar själv.", "meetingType", "JOINT_PLANNING"));
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.OTHER_MEETING);
        assertThat(sip.open(number)).doesNotContain("enheter", "forbered");
    }

    @Test
    @Clause("HAL-12")
    void theEventIsOfHallandOnlyAndNotWhileTheNeedIsJudged() {
        String number = halland.toPreparation(nils("SCHOOL", "SOCIAL_SERVICES"));
        assertThatThrownBy(() -> sip.start("handelse", Map.of("caseNumber", number, "kind", "OTHER_MEETING", "reason",
                "x", "assessment", "y", "meetingType", "JOINT_PLANNING"))).hasMessageContaining("kind");
        String other = vgr.toPreparation(Children.bornOn("20160517"));
        assertThatThrownBy(() -> sip.start("handelse", Map.of("caseNumber", other, "kind", "OTHER_MEETING", "reason",
                "x", "assessment", "y", "meetingType", "JOINT_PLANNING"))).hasMessageContaining("kind");
    }
}
