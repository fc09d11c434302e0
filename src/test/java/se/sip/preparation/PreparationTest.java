package se.sip.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SOCIAL;
import static se.sip.testing.Journey.forbered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.Participant.Duty;
import se.sip.casefile.Participant.Status;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionRecords;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

@SipTest
class PreparationTest {

    private static final String HEALTH_CENTRE = "vgr-1490-vc-centrum";
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Preparations preparations;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    CaseFiles cases;
    @Autowired
    Routing routing;
    private String number;

    @BeforeEach
    void aCaseToPrepare() {
        number = journey.toPreparation(Children.bornOn("20140312"));
    }

    @Test
    @Clause({"VGU-43", "VGU-44", "VGU-45", "VGU-116"})
    void whatIsPreparedIsKeptAndShownToTheNextSteps() {
        sip.fill(number, "forbered", with(with(forbered(), "informedLanguage", "arabiska"), "notWished",
                "Inte mormor."));

        var kept = preparations.of(number).orElseThrow();
        assertThat(kept.longTermGoal()).isEqualTo("Alva går till skolan varje dag.");
        assertThat(kept.questionTexts()).containsExactly("Hur kommer Alva tillbaka till skolan?");
        assertThat(kept.guardians()).extracting(g -> g.name()).containsExactly("Maria Lindqvist", "Per Lindqvist");
        assertThat(cases.personOf(cases.byNumber(number)).interpreterLanguage()).isEqualTo("arabiska");
        assertThat(sip.open(number)).containsExactly("enheter");
    }

    @Test
    @Clause({"VGU-43", "VGU-45", "VGU-91", "VGU-110", "VGU-116"})
    void everythingThatIsMissingIsToldAtOnce() {
        var form = with(with(forbered(), "important", " "), "childVoice", null);
        form.put("meetingForm", "DIGITAL");
        form.put("participation", "LETTER");
        form.put("informedOn", "2026-03-04");
        form.put("understood", false);
        form.put("guardians", List.of(Map.of("suitable", true, "youthObjects", true), Map.of("suitable", true,
                "youthObjects", false)));

        assertThatThrownBy(() -> sip.fill(number, "forbered", form)).hasMessageContaining("important")
                .hasMessageContaining("childVoice").hasMessageContaining("digitalConsent")
                .hasMessageContaining("participationNote").hasMessageContaining("informedOn")
                .hasMessageContaining("understoodNote").hasMessageContaining("guardians[0].note");
        assertThat(preparations.of(number)).isEmpty();
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause({"VGV-07", "VGU-88"})
    void aUnitThatKnowsTheChildIsProposed() {
        sip.fill(number, "forbered", forbered());

        assertThat(standing()).extracting(Participant::unitId).contains(SOCIAL, BUP);
        assertThat(standing()).extracting(Participant::duty).containsOnly(Duty.CALLED);
        assertThat(standing()).extracting(Participant::status).containsOnly(Status.PROPOSED);
        var choices = decisions.of(number).stream().filter(d -> d.tableKey().equals("mottagare")).toList();
        assertThat(choices).hasSize(3).allSatisfy(d -> assertThat(d.clauses().values()).contains("VGU-88"));
    }

    @Test
    @Clause({"VGU-106", "VGU-107"})
    void whereTheChildIsUnknownTheHealthCentreAndTheIntakeUnitAreProposed() {
        sip.complete(number, "forbered", with(needs(need("CHILD_PSYCHIATRY", "Samtal"), need("SOCIAL_SERVICES", "Stöd")),
                "healthCentreId", HEALTH_CENTRE));

        assertThat(standing()).extracting(Participant::unitId).containsExactly(HEALTH_CENTRE, "vgr-1490-mottagning");
        assertThat(standing()).extracting(Participant::route).containsExactly("HEALTH_CENTRE", "INTAKE_UNIT");
    }

    @Test
    @Clause("VGU-106")
    void anUnknownHealthCentreIsAskedForBeforeTheUnitsAreConfirmed() {
        sip.complete(number, "forbered", needs(need("CHILD_PSYCHIATRY", "Samtal")));

        assertThatThrownBy(() -> sip.fill(number, "enheter", Map.of("proposals", List.of(Map.of("keep", true)))))
                .hasMessageContaining("proposals[0].unitId").hasMessageContaining("Fråga den det gäller");
        sip.fill(number, "enheter", Map.of("proposals", List.of(Map.of("keep", true, "unitId", HEALTH_CENTRE))));

        assertThat(standing()).singleElement().satisfies(p -> {
            assertThat(p.unitId()).isEqualTo(HEALTH_CENTRE);
            assertThat(p.status()).isEqualTo(Status.CONFIRMED);
        });
        assertThat(sip.open(number)).containsExactly("samtycke");
    }

    @Test
    @Clause("VGU-107")
    void aPlacedChildIsRoutedToTheIntakeUnitOfThePlacingMunicipality() {
        journey.convener();
        number = sip.start("sip", with(with(behov(), "idNumber", Children.bornOn("20130401")),
                "placingMunicipality", "1480"));
        sip.complete(number, "forbered", needs(need("SOCIAL_SERVICES", "Stöd"), need("MUNICIPAL_HEALTH", "Vård")));

        assertThat(standing()).singleElement().satisfies(p -> {
            assertThat(p.unitId()).startsWith("vgr-1480-mottagning");
            assertThat(p.need()).isEqualTo("Stöd; Vård");
        });
    }

    @Test
    @Clause({"VGV-09", "VGU-89"})
    void thoseWhomTheFamilyWantsAreInvitedAndOthersAreAddedByName() {
        sip.fill(number, "forbered", with(forbered(), "relatives",
                List.of(Map.of("name", "Siv Berg", "relation", "Mormor"))));
        sip.fill(number, "enheter", Map.of(
                "proposals", List.of(Map.of("keep", true), Map.of("keep", true), Map.of("keep", false,
                        "removedBecause", "Familjen vill vänta."), Map.of("keep", true)),
                "added", List.of(Map.of("inRegister", true, "unitId", "vgr-habilitering-boras"),
                        Map.of("inRegister", false, "name", "Föreningen Stöd", "kind", "OTHER_ACTOR", "email",
                                "stod@example.se"))));

        assertThat(standing()).extracting(Participant::name).contains("Siv Berg", "Föreningen Stöd",
                "Barn- och ungdomshabiliteringen i Borås").hasSize(5);
        assertThat(standing()).filteredOn(p -> p.unitId() == null).extracting(Participant::duty)
                .containsOnly(Duty.INVITED);
        assertThat(standing()).filteredOn(p -> p.unitId() != null).extracting(Participant::duty)
                .containsOnly(Duty.CALLED);
        assertThat(standing()).extracting(Participant::status).containsOnly(Status.CONFIRMED);
    }

    @Test
    @Clause({"VGU-61", "VGB-05"})
    void nobodyIsAddedAsAllConcernedTwiceOrWithoutTheOtherPrincipal() {
        sip.complete(number, "forbered", needs(known("SOCIAL_SERVICES", "Stöd", SOCIAL)));

        assertThatThrownBy(() -> sip.fill(number, "enheter", Map.of("proposals", List.of(Map.of("keep", true)),
                "added", List.of(Map.of("inRegister", false, "name", "Alla berörda", "kind", "OTHER_ACTOR"),
                        Map.of("inRegister", true, "unitId", SOCIAL)))))
                .hasMessageContaining("added[0].name").hasMessageContaining("added[0].email")
                .hasMessageContaining("added[1].unitId").hasMessageContaining("båda huvudmännen");
    }

    @Test
    @Clause({"VGU-106", "VGU-107"})
    void routingIsAskedAgainBeforeACallIsSent() {
        sip.complete(number, "forbered", needs(known("CHILD_PSYCHIATRY", "Samtal", BUP), need("SOCIAL_SERVICES", "Stöd")));

        assertThat(routing.again(number, null)).extracting(r -> r.unit().id())
                .containsExactly(BUP, "vgr-1490-mottagning");
    }

    private List<Participant> standing() {
        return participants.findByCaseNumberOrderById(number).stream().filter(p -> p.status() != Status.REMOVED)
                .toList();
    }

    private static Map<String, Object> needs(Map<?, ?>... rows) {
        return with(with(forbered(), "needs", List.of(rows)), "guardians", List.of(
                Map.of("name", "Maria Lindqvist", "suitable", true, "youthObjects", false),
                Map.of("name", "Per Lindqvist", "suitable", true, "youthObjects", false)));
    }

    private static Map<String, Object> need(String kind, String need) {
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", kind);
        row.put("need", need);
        row.put("knownThere", false);
        return row;
    }

    private static Map<String, Object> known(String kind, String need, String unit) {
        var row = need(kind, need);
        row.put("knownThere", true);
        row.put("unitId", unit);
        return row;
    }
}
