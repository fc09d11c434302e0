package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.casefile.GuardianLimit;
import se.sip.closure.Involved;
import se.sip.correspondence.Addressee;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.invitation.Invitations;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S08, Halland: Cleo, 17 years, can decide alone in the questions handled; one guardian refuses. */
@SipTest
class S08MatureYouthTest {

    private static final String SCHOOL = "halland-1380-elevhalsa";
    private static final String BUP = "halland-bup-halmstad";

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Invitations invitations;
    @Autowired
    Involved involved;
    @Autowired
    List<GuardianLimit> limits;
    private String number;

    @BeforeEach
    void cleoIsAskedForConsent() {
        toConsent(Children.bornOn("20081020"));
    }

    @Test
    @Clause("HAL-56")
    void cleosYesIsValidAgainstTheGuardianAndTheMeetingMayBeHeld() {
        sip.fill(number, "samtycke", answered("YES", "CAN_DECIDE"));

        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(decision().clauses().values()).contains("HAL-56");
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    @Clause("HAL-56")
    void theRefusingGuardianIsToldNothingUnlessCleoWishes() {
        sip.fill(number, "samtycke", answered("YES", "CAN_DECIDE"));
        assertThat(involved.family(number)).contains(Addressee.person(), guardian("Ja Ek"))
                .doesNotContain(guardian("Nej Ek"));
        assertThat(limitOf("Nej Ek")).singleElement().asString().contains("kallelse, deltagarlista eller plan");
        assertThat(limitOf("Ja Ek")).isEmpty();
    }

    @Test
    @Clause("HAL-56")
    void whereCleoWishesItTheRefusingGuardianIsToldAsTheOther() {
        sip.fill(number, "samtycke", with(answered("YES", "CAN_DECIDE"), "tellRefusing", true));
        assertThat(involved.family(number)).contains(guardian("Ja Ek"), guardian("Nej Ek"));
        assertThat(limitOf("Nej Ek")).isEmpty();
    }

    @Test
    @Clause({"HAL-42", "HAL-56", "HAL-57"})
    void whenCleoSaysNoThereIsNoMeetingWhateverTheGuardiansWant() {
        var no = with(answered("NO", "CAN_DECIDE"), "guardians", List.of(yes(), yes()));
        sip.fill(number, "samtycke", no);

        assertThat(decision().outcome()).isEqualTo("REFUSED_ACCEPT");
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
        assertThat(invitations.of(number)).isEmpty();
        assertThat(disclosures.of(number)).isEmpty();
    }

    /** A day before 18 is no more an assessment than 13 years is. */
    @ParameterizedTest
    @ValueSource(strings = {"20081020", "20080303", "20130127"})
    @Clause({"HAL-43", "HAL-56"})
    void withoutAnAssessmentNoAgeStandsInForIt(String born) {
        toConsent(Children.bornOn(born));
        sip.fill(number, "samtycke", answered("YES", "NOT_ASSESSED"));

        assertThat(decision().outcome()).isEqualTo("MISSING_GUARDIAN");
        assertThat(decision().why()).contains("bedöm den, åldern ensam avgör inte");
        assertThat(sip.open(number)).as("asked again, with what was answered").containsExactly("samtycke");

        sip.fill(number, "samtycke", assessed("CAN_DECIDE"));
        assertThat(decision().outcome()).isEqualTo("VALID");
    }

    private void toConsent(String idNumber) {
        sip.today("2026-03-02").asIn("halland", "hanna", SCHOOL);
        var start = new HashMap<>(behov());
        start.putAll(Map.of("startingUnit", SCHOOL, "idNumber", idNumber, "givenName", "Cleo", "municipality", "1380",
                "riskGroups", List.of(), "needsFrom", List.of("SCHOOL", "CHILD_PSYCHIATRY"),
                "guardians", List.of(Map.of("name", "Ja Ek"), Map.of("name", "Nej Ek"))));
        number = sip.start("sip", start);
        var prepared = new HashMap<>(Journey.forbered());
        prepared.put("informedOn", "2026-03-02");
        prepared.put("needs", List.of(
                Map.of("kind", "SCHOOL", "need", "Anpassad skolgång", "knownThere", true, "unitId", SCHOOL),
                Map.of("kind", "CHILD_PSYCHIATRY", "need", "Behandling", "knownThere", true, "unitId", BUP)));
        sip.fill(number, "forbered", prepared);
        sip.fill(number, "enheter", Map.of("proposals", List.of(Map.of("keep", true), Map.of("keep", true))));
    }

    private static Map<String, Object> answered(String own, String maturity) {
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("informedOn", "2026-03-02");
        form.put("recipients", List.of(Map.of("included", true), Map.of("included", true)));
        form.put("guardians", List.of(yes(), Map.of("answer", "NO", "givenOn", "2026-03-02")));
        form.putAll(Map.of("childAnswer", own, "childGivenOn", "2026-03-02"));
        if (!maturity.equals("NOT_ASSESSED")) {
            form.putAll(assessed(maturity));
        }
        return with(form, "childPlan", null);
    }

    private static Map<String, Object> assessed(String maturity) {
        return Map.of("maturity", maturity, "maturityReason", "Förstår vad mötet innebär och följderna.", "maturityBy",
                "Skolpsykolog");
    }

    private static Map<String, Object> yes() {
        return Map.of("answer", "YES", "givenOn", "2026-03-02", "manner", "ORAL");
    }

    private Addressee guardian(String name) {
        return Addressee.guardian(cases.guardiansOf(cases.byNumber(number)).stream()
                .filter(g -> g.name().equals(name)).findFirst().orElseThrow().id());
    }

    private List<String> limitOf(String name) {
        CaseFile caseFile = cases.byNumber(number);
        return cases.guardiansOf(caseFile).stream().filter(g -> g.name().equals(name))
                .flatMap(g -> limits.stream().flatMap(l -> l.of(caseFile, g).stream())).toList();
    }

    private DecisionRecord decision() {
        return decisions.of(number).stream().filter(d -> d.tableKey().equals("samtycke"))
                .reduce((first, second) -> second).orElseThrow();
    }
}
