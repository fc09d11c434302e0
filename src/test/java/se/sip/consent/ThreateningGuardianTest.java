package se.sip.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Guardian;
import se.sip.closure.Involved;
import se.sip.correspondence.Addressee;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** A guardian who is a threat to the child gets nothing, and does not keep the case waiting for an answer. */
@SipTest
class ThreateningGuardianTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Consents consents;
    @Autowired
    CaseFiles cases;
    @Autowired
    Involved involved;

    @Test
    @Clause("VGV-21")
    void onTheGroundOfAHarmTestTheCaseGoesOnAndTheThreatIsToldNothing() {
        String number = journey.toConsent(Children.bornOn("20140601"));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", threat(Map.of("ground", "HARM_TEST_ALLOWED", "groundDecider", "Enhetschef Ek",
                "groundReason", "Barnet far illa av att pappan får veta.", "groundOn", "2026-03-05")));

        assertThat(consents.stateOn(number, sip.today())).isEqualTo(ConsentState.VALID);
        List<Guardian> guardians = cases.guardiansOf(cases.byNumber(number));
        assertThat(involved.family(number)).contains(Addressee.guardian(guardians.get(0).id()))
                .doesNotContain(Addressee.guardian(guardians.get(1).id()));
    }

    @Test
    @Clause("VGV-21")
    void withoutAGroundAnotherIsAskedForAndNeverTheThreatsAnswer() {
        String number = journey.toConsent(Children.bornOn("20140602"));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", threat(Map.of()));

        assertThat(consents.stateOn(number, sip.today())).isEqualTo(ConsentState.ALT_GROUND_REQUIRED);
    }

    private static Map<String, Object> threat(Map<String, Object> ground) {
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("guardians", List.of(
                Map.of("answer", "YES", "plan", "YES", "givenOn", "2026-03-05", "manner", "WRITTEN"),
                Map.of("answer", "PENDING")));
        form.put("obstacle", "THREAT");
        form.put("obstacleReason", "Pappan har hotat barnet. Bedömt av socialtjänsten.");
        form.putAll(ground);
        return form;
    }
}
