package se.sip.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.testing.AdultCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Nobody can consent, the harm test says no and nothing else carries the exchange: the case ends and tells. */
@SipTest
class NoGroundTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    Consents consents;

    @Test
    @Clause({"VGU-67", "VGU-70", "HAL-53"})
    void aDeniedHarmTestWithoutAnotherGroundEndsTheCaseAndThoseWhoKnowAreTold() {
        var adult = new AdultCase(sip);
        String number = adult.toConsent(Children.bornOn("19480312"));
        sip.today("2026-03-05");
        var form = tested(adult.unable(number), "HARM_TEST_DENIED");
        sip.fill(number, "samtycke", form);
        assertThat(sip.open(number)).as("another ground is looked for").contains("samtycke");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", with(with(form, "ground", "NO_OTHER"), "groundDecider", "")))
                .hasMessageContaining("groundDecider");

        sip.fill(number, "samtycke", with(form, "ground", "NO_OTHER"));
        sip.runJobs();
        assertThat(consents.stateOn(number, sip.today())).isEqualTo(ConsentState.NO_GROUND);
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_GROUND);
        sip.pass(java.time.Duration.ofMinutes(11));
        assertThat(sip.open(number)).contains("besked").doesNotContain("samtycke", "kallelse");
    }

    @Test
    @Clause("VGU-67")
    void aChildsCaseEndsSoToo() {
        String number = journey.toConsent(Children.bornOn("20140531"));
        sip.today("2026-03-05");
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("guardians", Journey.each(sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("guardians"),
                Map.of("answer", "PENDING")));
        form.put("obstacle", "THREAT");
        form.put("obstacleReason", "Bedömt av socialtjänsten.");
        sip.fill(number, "samtycke", tested(form, "NO_OTHER"));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_GROUND);
    }

    private static Map<String, Object> tested(Map<String, Object> form, String outcome) {
        var tested = new LinkedHashMap<>(form);
        tested.put("ground", outcome);
        tested.put("groundDecider", "Enhetschefen");
        tested.put("groundReason", "Personen kan lida men.");
        tested.put("groundOn", "2026-03-05");
        return tested;
    }
}
