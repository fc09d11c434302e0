package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.Notices;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.invitation.Invitations;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S06, Halland: Lo, 13 years, has two guardians. Sara says yes, Mats says no. */
@SipTest
class S06OneGuardianRefusesTest {

    private static final String SCHOOL = "halland-1380-elevhalsa";
    private static final String SOCIAL = "halland-1380-socialtjanst";
    private static final String BUP = "halland-bup-halmstad";

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Consents consents;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Invitations invitations;
    @Autowired
    Notices notices;
    private String number;

    @BeforeEach
    void bothAreInformedBeforeTheyDecide() {
        sip.today("2026-03-02").asIn("halland", "hanna", SCHOOL);
        var start = new HashMap<>(behov());
        start.putAll(Map.of("startingUnit", SCHOOL, "idNumber", Children.bornOn("20130127"), "givenName", "Lo",
                "municipality", "1380", "riskGroups", List.of(),
                "guardians", List.of(Map.of("name", "Sara Ek"), Map.of("name", "Mats Ek"))));
        number = sip.start("sip", start);
        var prepared = new HashMap<>(Journey.forbered());
        prepared.put("informedOn", "2026-03-02");
        prepared.put("needs", List.of(
                Map.of("kind", "SCHOOL", "need", "Anpassad skolgång", "knownThere", true, "unitId", SCHOOL),
                Map.of("kind", "SOCIAL_SERVICES", "need", "Stöd hemma", "knownThere", true, "unitId", SOCIAL),
                Map.of("kind", "CHILD_PSYCHIATRY", "need", "Behandling", "knownThere", true, "unitId", BUP)));
        sip.fill(number, "forbered", prepared);
        var keep = Map.of("keep", true);
        sip.fill(number, "enheter", Map.of("proposals", List.of(keep, keep, keep)));
        sip.today("2026-03-04");
    }

    @Test
    @Clause({"HAL-04", "HAL-43", "HAL-54", "HAL-57", "HAL-127"})
    void matssNoIsAcceptedNothingIsSharedAndBothAreToldWhereToTurn() {
        sip.fill(number, "samtycke", answered(yes("2026-03-03"), no("2026-03-04"), "CANNOT_DECIDE"));

        assertThat(decision().outcome()).isEqualTo("REFUSED_ACCEPT");
        assertThat(decision().clauses().values()).contains("HAL-43", "HAL-54", "HAL-57")
                .noneMatch(clause -> clause.matches("VG[BVU]-.*"));
        assertThat(decision().why()).as("what the worker is told").contains("accepteras").contains("insatser fortsätter")
                .contains("FB 6:13 a gäller vissa åtgärder men inte SIP");
        assertThat(invitations.of(number)).isEmpty();
        assertThat(disclosures.of(number)).isEmpty();
        assertThat(consents.stateOn(number, LocalDate.parse("2026-03-04"))).isEqualTo(ConsentState.REFUSED_ACCEPT);

        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
        assertThat(log.of(number)).anyMatch(e -> e.kind().equals("CONSENT_REFUSED"));
        sip.pass(Duration.ofMinutes(11));
        assertThat(notices.toTell(number)).extracting(Notice::recipient).contains(guardian("Sara Ek"),
                guardian("Mats Ek"));
        assertThat(sip.open(number)).as("nobody outside the unit has anything left to do").containsOnly("besked");
    }

    @Test
    @Clause({"HAL-43", "HAL-55"})
    void sarasYesAloneIsNotBothAndHerRowNeverAsksForMats() {
        var known = sip.known(sip.onlyTask(number, "samtycke"), "samtycke");
        assertThat(known.get("guardians")).hasSize(2).allSatisfy(row -> assertThat(row.has("name")).isTrue());

        sip.fill(number, "samtycke", answered(yes("2026-03-03"), Map.of("answer", "PENDING"), "CANNOT_DECIDE"));
        assertThat(decision().outcome()).isEqualTo("MISSING_GUARDIAN");
        assertThat(sip.open(number)).containsExactly("samtycke");
        assertThat(disclosures.of(number)).isEmpty();

        sip.fill(number, "samtycke", Map.of("guardians", List.of(Map.of(), yes("2026-03-04"))));
        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(decision().clauses().values()).contains("HAL-43");
    }

    /** OSL 10:27 is the one exception Halland's guidance names; who decided and why is kept. */
    @Test
    @Clause("HAL-44")
    void anExceptionFromOneGuardiansConsentTakesDeciderAndReason() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sip.fill(number, "samtycke",
                answered(yes("2026-03-03"), Map.of("answer", "EXEMPT"), "CANNOT_DECIDE")))
                .hasMessageContaining("guardians[1].hinderedReason").hasMessageContaining("HAL-44")
                .hasMessageContaining("guardians[1].hinderedDecider");

        sip.fill(number, "samtycke", answered(yes("2026-03-03"), Map.of("answer", "EXEMPT", "hinderedReason",
                "Vistas på okänd ort.", "hinderedDecider", "Enhetschef Berg"), "CANNOT_DECIDE"));
        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(decision().clauses().values()).contains("HAL-44", "OSL 10:27");
    }

    private static Map<String, Object> answered(Map<String, ?> sara, Map<String, ?> mats, String maturity) {
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("informedOn", "2026-03-02");
        form.put("guardians", List.of(sara, mats));
        form.putAll(Map.of("childAnswer", "YES", "childGivenOn", "2026-03-03", "maturity", maturity,
                "maturityReason", "Förstår inte vad det innebär.", "maturityBy", "Skolpsykolog"));
        return with(form, "childPlan", null);
    }

    private static Map<String, Object> yes(String day) {
        return Map.of("answer", "YES", "givenOn", day, "manner", "ORAL");
    }

    private static Map<String, Object> no(String day) {
        return Map.of("answer", "NO", "givenOn", day);
    }

    private Addressee guardian(String name) {
        return Addressee.guardian(cases.guardiansOf(cases.byNumber(number)).stream()
                .filter(g -> g.name().equals(name)).findFirst().orElseThrow().id());
    }

    private DecisionRecord decision() {
        return decisions.of(number).stream().filter(d -> d.tableKey().equals("samtycke"))
                .reduce((first, second) -> second).orElseThrow();
    }
}
