package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.event.CaseEvents;
import se.sip.event.EventForm;
import se.sip.event.EventKind;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S11: a consent can never be general. It names units and information, keeps what was excluded, and is extended. */
@SipTest
class S11ConsentCanNeverBeGeneralTest {

    private static final String HABILITATION = "vgr-habilitering-boras";
    private static final String HEALTH_CENTRE = "vgr-1490-vc-centrum";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    Consents consents;
    @Autowired
    Disclosures disclosures;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    CaseEvents events;
    @Autowired
    StaffDirectory staff;
    private String number;

    @Test
    @Clause({"VGU-61", "VGV-08"})
    void aGeneralConsentIsRefused() {
        // Given a draft consent with recipients "alla berörda" and no information types
        waitsForConsent();
        var general = with(with(Journey.samtycke(), "recipients",
                List.of(Map.of("name", "alla berörda", "included", true))), "information", List.of());

        // When it is saved
        // Then it is rejected: at least one named unit and one information type are required
        assertThatThrownBy(() -> sip.complete(number, "samtycke", general))
                .hasMessageContaining("recipients[0].name")
                .hasMessageContaining("Ett samtycke gäller namngivna enheter")
                .hasMessageContaining("information Ange minst ett slags information");
        var nobody = with(with(Journey.samtycke(), "recipients", List.of()), "information",
                List.of(Map.of("what", "all information som behövs")));
        assertThatThrownBy(() -> sip.complete(number, "samtycke", nobody))
                .hasMessageContaining("recipients Ett samtycke kan aldrig vara generellt: minst en namngiven enhet")
                .hasMessageContaining("information[0].what");
        assertThat(consents.versions(number)).as("nothing was stored").isEmpty();
        assertThat(sip.open(number)).containsExactly("samtycke");
    }

    @Test
    @Clause({"VGV-08", "VGU-61"})
    void whatTheFamilyExcludesIsKeptAndAnAddedUnitWaitsForAnExtendedConsent() {
        waitsForConsent();
        String habilitation = participant(HABILITATION).name();

        // When the family adds "umgängestvisten får inte tas upp" and excludes "habiliteringen"
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("excludedTopics", List.of(Map.of("topic", "Umgängestvisten")));
        form.put("excludedParties", List.of(Map.of("name", "habiliteringen")));

        // Then habiliteringen cannot be added as recipient,
        int row = rowOf(HABILITATION);
        form.put("recipients", rowsIncluding(true));
        assertThatThrownBy(() -> sip.fill(number, "samtycke", form))
                .hasMessageContaining("recipients[" + row + "].included Enheten står bland dem som inte får kallas");
        form.put("recipients", rowsIncluding(false));
        sip.fill(number, "samtycke", form);

        // the exclusion is printed on the consent,
        assertThat(consents.excludedTopics(number)).containsExactly("Umgängestvisten");
        assertThat(consents.excludes(number, habilitation)).isTrue();
        assertThat(consents.excludes(number, Journey.SOCIAL)).isFalse();
        assertThat(participant(HABILITATION).status()).isNotEqualTo(Participant.Status.CONFIRMED);

        // nobody calls it, and it cannot come in later either
        sip.today("2026-03-06");
        var known = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        assertThat(known.get("recipients").findValuesAsText("name")).as("the convener calls the two others")
                .hasSize(2).noneMatch(name -> name.contains(habilitation));
        sip.fill(number, "kallelse", Journey.kallelse(known));
        sip.runJobs();
        sip.today("2026-03-09");
        journey.convener();
        assertThat(events.faultsOf(added(HABILITATION), me()).list())
                .anySatisfy(fault -> assertThat(fault.message()).contains("inte får kallas"));
        assertThat(disclosures.covers(number, HABILITATION)).isFalse();

        // and adding a new unit later (BUP) sends the case back for an extended consent
        events.happened(added(Journey.BUP), me());
        sip.runJobs();
        assertThat(sip.open(number)).contains("utokat_samtycke");
        var asked = sip.known(sip.onlyTask(number, "utokat_samtycke"), "utokat_samtycke");
        assertThat(asked.get("recipients").findValuesAsText("name")).hasSize(1).first().asString().contains("BUP");
        assertThat(asked.get("excludedTopics").findValuesAsText("topic")).as("the exclusions go on")
                .containsExactly("Umgängestvisten");
        assertThat(asked.get("excludedParties").findValuesAsText("name")).containsExactly("habiliteringen");

        // before BUP sees anything
        assertThatBupSeesNothing();
        sip.today("2026-03-10");
        journey.convener();
        sip.fill(number, "utokat_samtycke", extension());
        sip.runJobs();
        assertThat(consents.coversUnit(number, participant(Journey.BUP).id(), LocalDate.of(2026, 3, 10))).isTrue();
        assertThat(disclosures.of(number)).filteredOn(d -> d.unitId().equals(Journey.BUP)).singleElement()
                .satisfies(d -> {
                    assertThat(d.ground()).isEqualTo(Disclosure.Ground.CONSENT);
                    assertThat(d.openedAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 10));
                });
        sip.as("bo", Journey.BUP);
        assertThat(disclosures.mayRead(me(), cases.byNumber(number))).isTrue();
        assertThat(sip.tasksWith(number, "svar")).as("answers awaited, BUP's among them").hasSize(3);
    }

    @Test
    @Clause("VGV-08")
    void anExtendedConsentThatIsRefusedLeavesTheUnitOut() {
        waitsForConsent();
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("recipients", rowsIncluding(false));
        sip.fill(number, "samtycke", form);
        sip.today("2026-03-06");
        sip.fill(number, "kallelse", Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse")));
        sip.runJobs();
        sip.today("2026-03-10");
        journey.convener();
        events.happened(added(Journey.BUP), me());
        sip.runJobs();

        var no = Map.of("answer", "NO", "givenOn", "2026-03-10");
        sip.fill(number, "utokat_samtycke", with(extension(), "guardians", List.of(no, no)));
        sip.runJobs();

        assertThatBupSeesNothing();
        assertThat(sip.open(number)).as("the others' invitations stand").containsExactly("svar", "svar");
    }

    private void assertThatBupSeesNothing() {
        assertThat(consents.coversUnit(number, participant(Journey.BUP).id(), sip.today())).isFalse();
        assertThat(disclosures.of(number)).extracting(Disclosure::unitId).doesNotContain(Journey.BUP);
        sip.as("bo", Journey.BUP);
        assertThat(disclosures.mayRead(me(), cases.byNumber(number))).isFalse();
        journey.convener();
    }

    /** School, social services and the health centre are needed; habiliteringen was put on the list. */
    private void waitsForConsent() {
        number = journey.toPreparation(Children.bornOn("20140312"));
        sip.today("2026-03-04");
        sip.fill(number, "forbered", with(Journey.forbered(), "needs", List.of(
                need("SCHOOL", Journey.SCHOOL), need("SOCIAL_SERVICES", Journey.SOCIAL),
                need("HEALTH_CENTRE", HEALTH_CENTRE), need("HABILITATION", HABILITATION))));
        var keep = Map.of("keep", true);
        sip.fill(number, "enheter", Map.of("proposals", List.of(keep, keep, keep, keep)));
        sip.today("2026-03-05");
        journey.convener();
    }

    private static Map<String, Object> need(String kind, String unit) {
        return Map.of("kind", kind, "need", "Stöd till barnet", "knownThere", true, "unitId", unit);
    }

    private int rowOf(String unit) {
        var rows = sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("recipients");
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get("participantId").asLong() == participant(unit).id()) {
                return i;
            }
        }
        throw new AssertionError("The form does not ask about " + unit);
    }

    private List<Map<String, Object>> rowsIncluding(boolean habilitation) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 4; i++) {
            rows.add(Map.of("included", habilitation || i != rowOf(HABILITATION)));
        }
        return rows;
    }

    private Map<String, Object> extension() {
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", "2026-03-10", "manner", "WRITTEN");
        var form = new LinkedHashMap<String, Object>();
        form.put("informed", true);
        form.put("informedOn", "2026-03-10");
        form.put("recipients", List.of(Map.of("included", true)));
        form.put("information", List.of(Map.of("what", "Skolfrånvaro")));
        form.put("guardians", List.of(yes, yes));
        form.put("childAsked", false);
        form.put("childNotAsked", "Alva har redan sagt att BUP gärna får vara med.");
        return form;
    }

    private EventForm added(String unit) {
        return EventForm.of(EventKind.ADD_UNIT).withCaseNumber(number).withUnit(unit).withNeed("Bedömning");
    }

    private StaffDirectory.StaffMember me() {
        return staff.current().orElseThrow();
    }

    private Participant participant(String unit) {
        return participants.findByCaseNumberOrderById(number).stream().filter(p -> unit.equals(p.unitId()))
                .findFirst().orElseThrow();
    }
}
