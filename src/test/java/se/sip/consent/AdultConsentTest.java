package se.sip.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosure;
import se.sip.casefile.EndKind;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.testing.AdultCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.SipTest;

/** Consent of adults in Västra Götaland: their own, or what stands for it where they cannot give it. */
@SipTest
class AdultConsentTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    Consents consents;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    ParticipantRepository participants;
    private AdultCase adult;
    private String number;

    @BeforeEach
    void anAdultIsAsked() {
        adult = new AdultCase(sip);
        number = adult.toConsent(Children.bornOn("19670819"));
        sip.today("2026-03-05");
    }

    @Test
    @Clause({"VGU-57", "VGU-65"})
    void thePersonsOwnYesIsEnoughAndNoGuardianIsAsked() {
        var known = sip.known(sip.onlyTask(number, "samtycke"), "samtycke");
        assertThat(known.get("guardians")).isEmpty();

        sip.fill(number, "samtycke", adult.samtycke(number));
        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(consents.planPart(number)).isEqualTo(PlanConsent.YES);
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    @Clause({"VGU-68", "VGU-70"})
    void aNoIsAcceptedAndEndsTheCase() {
        sip.fill(number, "samtycke", with(adult.samtycke(number), "childAnswer", "NO"));
        assertThat(decision().outcome()).isEqualTo("REFUSED_ACCEPT");
        assertThat(decision().why()).contains("insatser fortsätter");
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
    }

    @Test
    @Clause({"VGU-66", "VGU-67"})
    void whoCannotConsentIsNeverRefusedButAskedAboutAgainUntilThereIsAGround() {
        sip.fill(number, "samtycke", adult.unable(number));
        assertThat(decision().outcome()).isEqualTo("ALT_GROUND_REQUIRED");
        assertThat(sip.open(number)).containsExactly("samtycke");

        sip.fill(number, "samtycke", Map.of("ground", "HARM_TEST_PENDING"));
        assertThat(decision().outcome()).isEqualTo("NEEDS_HARM_TEST");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", Map.of("ground", "HARM_TEST_ALLOWED")))
                .hasMessageContaining("groundDecider").hasMessageContaining("groundReason")
                .hasMessageContaining("groundOn");
        sip.fill(number, "samtycke", Map.of("ground", "HARM_TEST_ALLOWED", "groundDecider", "Enhetschef Berg",
                "groundReason", "Ingen lider men.", "groundOn", "2026-03-05"));
        assertThat(decision().outcome()).isEqualTo("VALID");
        long first = participants.findByCaseNumberOrderById(number).get(0).id();
        assertThat(consents.groundFor(number, first, LocalDate.parse("2026-03-06")).orElseThrow().ground())
                .isEqualTo(Disclosure.Ground.HARM_TEST);
        assertThat(consents.inForceFrom(number, first)).contains(LocalDate.parse("2026-03-05"));
    }

    @ParameterizedTest
    @CsvSource({"GOD_MAN, true, YES, VALID", "GOD_MAN, false, YES, ALT_GROUND_REQUIRED", "FORVALTARE, true, YES, VALID",
        "FUTURE_POWER_OF_ATTORNEY, true, YES, VALID", "FUTURE_POWER_OF_ATTORNEY, false, YES, ALT_GROUND_REQUIRED",
        "GOD_MAN, true, NO, ALT_GROUND_REQUIRED", "GOD_MAN, true, PENDING, ALT_GROUND_REQUIRED"})
    @Clause({"VGU-67", "HAL-52"})
    void aRepresentativeAnswersWithinTheMandate(String who, boolean mandate, String answer, String outcome) {
        var form = adult.unable(number);
        form.putAll(Map.of("substitute", who, "representativeName", "Gunnar God", "representativeMandate", mandate,
                "representativeAnswer", answer, "representativePlan", "DECIDES_AT_MEETING", "representativeGivenOn",
                "2026-03-05", "representativeManner", "WRITTEN"));
        sip.fill(number, "samtycke", form);

        assertThat(decision().outcome()).isEqualTo(outcome);
        if (outcome.equals("VALID")) {
            assertThat(consents.planPart(number)).isEqualTo(PlanConsent.DECIDES_AT_MEETING);
        }
    }

    @Test
    @Clause("VGU-58")
    void aConsentIsPresumedWhereThePersonWasInformedAndShowsNoUnwillingness() {
        var form = with(adult.unable(number), "substitute", "PRESUMED");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", with(form, "informedOn", "")))
                .hasMessageContaining("informedOn").hasMessageContaining("VGU-58");
        var unwilling = new HashMap<>(form);
        unwilling.putAll(Map.of("childAnswer", "NO", "childGivenOn", "2026-03-05"));
        sip.fill(number, "samtycke", unwilling);
        assertThat(decision().outcome()).isEqualTo("ALT_GROUND_REQUIRED");

        var willing = new HashMap<>(form);
        willing.put("childAnswer", "");
        willing.put("childGivenOn", "");
        sip.fill(number, "samtycke", willing);
        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(decision().clauses().values()).containsExactly("VGU-58");
        long first = participants.findByCaseNumberOrderById(number).get(0).id();
        assertThat(consents.inForceFrom(number, first)).as("from the day of the information")
                .contains(LocalDate.parse("2026-03-03"));
    }

    @Test
    @Clause("VGU-58")
    void whoCanAnswerIsAskedAndNotPresumed() {
        assertThatThrownBy(() -> sip.fill(number, "samtycke", with(adult.samtycke(number), "substitute", "PRESUMED")))
                .hasMessageContaining("substitute").hasMessageContaining("svarar själv");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-05, true", "2027-03-06, false", "2026-03-05, true", "2026-03-04, false", "2026-06-30, true"})
    @Clause("VGU-63")
    void aYearAtTheLongestToTheSameDayNextYear(String until, boolean kept) {
        var form = with(adult.samtycke(number), "until", until);
        if (kept) {
            sip.fill(number, "samtycke", form);
            assertThat(consents.endsOn(number)).contains(LocalDate.parse(until));
        } else {
            assertThatThrownBy(() -> sip.fill(number, "samtycke", form)).hasMessageContaining("until");
        }
    }

    private DecisionRecord decision() {
        return decisions.of(number).stream().filter(d -> d.tableKey().equals("samtycke"))
                .reduce((first, second) -> second).orElseThrow();
    }
}
