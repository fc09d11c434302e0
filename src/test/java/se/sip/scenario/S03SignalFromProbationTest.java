package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.AdultCase.ADDICTION;
import static se.sip.testing.AdultCase.PROBATION;
import static se.sip.testing.AdultCase.SOCIAL;
import static se.sip.testing.FormContent.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseOrigin;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.engine.EngineDates;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.testing.AdultCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S03: a probation officer sees that Harald, 58 years, needs social services and addiction care. */
@SipTest
class S03SignalFromProbationTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    Disclosures disclosures;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    Invitations invitations;
    private AdultCase adult;
    private final String harald = Children.bornOn("19670819");

    @BeforeEach
    void theOfficerIsAtWork() {
        adult = new AdultCase(sip);
        sip.today("2026-03-02").as("frida", PROBATION);
    }

    @Test
    @Clause("VGU-08")
    void sheCanOnlyPointTheNeedOut() {
        assertThatThrownBy(() -> sip.start("sip", with(AdultCase.behov(harald), "startingUnit", PROBATION)))
                .hasMessageContaining("startingUnit").hasMessageContaining("påtala");
        assertThatThrownBy(() -> sip.start("sip", with(signal(), "assessingUnit", "vgr-tandvard-boras")))
                .hasMessageContaining("assessingUnit");
        assertThatThrownBy(() -> sip.start("sip", with(signal(), "assessingUnit", null)))
                .hasMessageContaining("assessingUnit");
        assertThatThrownBy(() -> sip.start("sip", with(with(signal(), "origin", "OWN_ASSESSMENT"), "discoveredOn",
                "2026-03-02"))).hasMessageContaining("origin");
    }

    @Test
    @Clause({"VGU-08", "VGU-85"})
    void anAssessmentWithADueDateGoesToAUnitThatMayStartAndTheClockWaitsForItsOwnDay() {
        String number = sip.start("sip", signal());

        assertThat(sip.open(number)).containsExactly("bedomning");
        var task = sip.onlyTask(number, "bedomning");
        assertThat(sip.groupsOf(task)).containsExactly(SOCIAL);
        assertThat(EngineDates.dayOf(task.getDueDate())).isAfterOrEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(cases.byNumber(number).convenerUnit()).isEqualTo(SOCIAL);
        assertThat(disclosures.covers(number, PROBATION)).as("who points out does not see the case").isFalse();

        sip.today("2026-03-05");
        adult.convener();
        var judged = new java.util.HashMap<String, Object>(Map.of("judgement", "ACCEPT", "discoveredOn", "2026-03-05",
                "needsFrom", List.of("SOCIAL_SERVICES", "PSYCHIATRY"), "baseLevel", "TRIED"));
        sip.complete(number, "bedomning", judged);

        var accepted = cases.byNumber(number);
        assertThat(accepted.origin()).isEqualTo(CaseOrigin.OTHER_ACTOR);
        assertThat(accepted.signalledOn()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(accepted.discoveredOn()).isEqualTo(LocalDate.parse("2026-03-05"));
        assertThat(accepted.meetingDue()).as("three weeks from the starter's own day")
                .isEqualTo(LocalDate.parse("2026-03-26"));
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause({"VGU-52", "VGU-88", "VGU-89"})
    void laterTheProbationServiceIsInvitedAndNotCalled() {
        String number = adult.toDispatch(harald);
        assertThat(participants.findByCaseNumberOrderById(number)).filteredOn(p -> PROBATION.equals(p.unitId()))
                .singleElement().satisfies(p -> assertThat(p.duty()).isEqualTo(Participant.Duty.INVITED));
        assertThat(participants.findByCaseNumberOrderById(number)).filteredOn(p -> ADDICTION.equals(p.unitId()))
                .singleElement().satisfies(p -> assertThat(p.duty()).isEqualTo(Participant.Duty.CALLED));
        assertThat(decisions.of(number)).filteredOn(d -> d.tableKey().equals("mottagare"))
                .flatExtracting(d -> d.clauses().values()).contains("VGU-89");

        adult.call(number);
        assertThat(invitations.of(number)).filteredOn(i -> PROBATION.equals(i.unitId())).singleElement()
                .satisfies(i -> assertThat(i.isCalled()).isFalse());
        sip.as("frida", PROBATION);
        sip.fill(sip.tasksWith(number, "svar").stream().filter(t -> sip.groupsOf(t).contains(PROBATION)).findFirst()
                .orElseThrow(), "svar", Map.of("answer", "DECLINES", "reason", "Ingen tid."));
    }

    private Map<String, Object> signal() {
        var form = with(with(with(AdultCase.behov(harald), "startingUnit", PROBATION), "origin", "OTHER_ACTOR"),
                "discoveredOn", null);
        form.put("assessingUnit", SOCIAL);
        form.put("askedBy", "Frida, frivårdsinspektör");
        form.put("signalledOn", "2026-03-02");
        return with(form, "baseLevel", null);
    }
}
