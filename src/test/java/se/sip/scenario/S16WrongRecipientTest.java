package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionRecords;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.testing.AdultCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S16: Olle, 45 years, has no contact in regional care and no municipal support. The part in Borlänge comes later. */
@SipTest
class S16WrongRecipientTest {

    private static final String HEALTH_CENTRE = "vgr-1490-vc-centrum";
    private static final String INTAKE = "vgr-1490-mottagning";
    private static final String HOME_CARE = "vgr-1490-hemtjanst";

    @Autowired
    CaseDriver sip;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    Invitations invitations;
    private AdultCase adult;
    private String number;

    @BeforeEach
    void theStarterLooksUpWhomToCall() {
        adult = new AdultCase(sip);
        number = adult.toPreparation(Children.bornOn("19800603"));
        sip.today("2026-03-04");
        var prepared = new HashMap<>(AdultCase.forbered(
                Map.of("kind", "PSYCHIATRY", "need", "Samtalsstöd", "knownThere", false),
                Map.of("kind", "HOME_CARE", "need", "Stöd i vardagen", "knownThere", false)));
        prepared.put("healthCentreId", HEALTH_CENTRE);
        sip.fill(number, "forbered", prepared);
    }

    @Test
    @Clause({"VGU-106", "VGU-107"})
    void theRoutingProposesHisHealthCentreAndTheIntakeUnitOfHisMunicipality() {
        assertThat(participants.findByCaseNumberOrderById(number)).extracting(Participant::unitId)
                .contains(HEALTH_CENTRE, INTAKE);
        assertThat(decisions.of(number)).filteredOn(d -> d.tableKey().equals("mottagare"))
                .flatExtracting(d -> d.clauses().values()).contains("VGU-106", "VGU-107");
    }

    @Test
    @Clause({"VGU-102", "VGU-103", "VGU-104", "VGU-105"})
    void homeCareThatDoesNotKnowHimCannotDeclineAndAttendsItselfWhenItFindsNobody() {
        var rows = sip.known(sip.onlyTask(number, "enheter"), "enheter").get("proposals");
        var kept = new java.util.ArrayList<Map<String, Object>>();
        rows.forEach(row -> kept.add(INTAKE.equals(row.path("unitId").asText())
                ? Map.of("keep", true, "unitId", HOME_CARE) : Map.of("keep", true)));
        sip.fill(number, "enheter", Map.of("proposals", kept));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", adult.samtycke(number));
        adult.call(number);

        sip.as("hemtjänst", HOME_CARE);
        assertThatThrownBy(() -> sip.fill(answerOf(HOME_CARE), "svar", Map.of("answer", "DECLINES", "reason",
                "Känner inte Olle."))).hasMessageContaining("answer");
        sip.fill(answerOf(HOME_CARE), "svar", Map.of("answer", "WRONG_UNIT", "reason", "Känner inte Olle."));
        sip.runJobs();
        Task find = sip.onlyTask(number, "ratt_enhet");
        assertThat(sip.groupsOf(find)).contains(HOME_CARE);

        sip.as("hemtjänst", HOME_CARE);
        assertThatThrownBy(() -> sip.fill(number, "ratt_enhet", Map.of("found", false)))
                .as("the sender is asked to clarify the need first").hasMessageContaining("contactWith");
        sip.fill(number, "ratt_enhet", Map.of("contactWith", "Sofia", "contactOn", "2026-03-06", "clarified",
                "Stöd i vardagen.", "found", false));
        sip.runJobs();
        assertThat(invitations.of(number)).filteredOn(i -> HOME_CARE.equals(i.unitId())).singleElement()
                .satisfies(i -> assertThat(i.mustAttend()).as("falls to the recipient itself").isTrue());

        sip.as("hemtjänst", HOME_CARE);
        assertThatThrownBy(() -> sip.fill(answerOf(HOME_CARE), "svar", Map.of("answer", "WRONG_UNIT", "reason", "Nej.")))
                .hasMessageContaining("answer");
        assertThatThrownBy(() -> sip.fill(answerOf(HOME_CARE), "svar", Map.of("answer", "ATTENDS")))
                .as("a person is named").hasMessageContaining("attendees");
        sip.fill(answerOf(HOME_CARE), "svar", Journey.svar());
        assertThat(invitations.of(number)).filteredOn(i -> HOME_CARE.equals(i.unitId())).singleElement()
                .satisfies(i -> assertThat(i.isRepresented()).isTrue());
    }

    private Task answerOf(String unit) {
        return sip.tasksWith(number, "svar").stream().filter(t -> sip.groupsOf(t).contains(unit)).findFirst()
                .orElseThrow();
    }
}
