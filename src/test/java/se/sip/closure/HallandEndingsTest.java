package se.sip.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.BUP;
import static se.sip.testing.HallandJourney.SCHOOL;
import static se.sip.testing.HallandJourney.SOCIAL;
import static se.sip.testing.HallandJourney.need;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** How a case ends in Halland, and the ways back into it, by the county's own diagram. */
@SipTest
class HallandEndingsTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    CaseFiles cases;

    @Test
    @Clause({"HAL-20", "HAL-124", "HAL-127"})
    void aCaseEndedByMistakeGoesOnWhereItStoodAndOneEndedForGoodIsToldOf() {
        String number = toConsent("20121104");
        endAndReopen(number, "samtycke");
        halland.consent(number);
        endAndReopen(number, "kallelse");
        halland.call(number, "2026-03-06", "2026-03-20");
        halland.answerAll(number);
        sip.at(LocalDate.parse("2026-03-20").atTime(8, 0)).runJobs();
        halland.convener();
        endAndReopen(number, "mote");

        end(number, "MOVED");
        sip.runJobs();
        tellAll(number);
        assertThat(sip.isRunning(number)).isFalse();
    }

    @Test
    @Clause({"HAL-72", "HAL-40", "HAL-108"})
    void aMeetingThatWasNotHeldIsCalledToAnewAndANoToThePlanEndsTheCase() {
        String number = toConsent("20121105");
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-20");
        halland.answerAll(number);
        sip.at(LocalDate.parse("2026-03-20").atTime(15, 0)).runJobs();
        halland.convener();
        sip.fill(number, "mote", Map.of("tookPlace", false, "notHeldWhy", "Snöoväder"));
        sip.runJobs();
        assertThat(sip.open(number)).contains("kallelse").doesNotContain("plan");

        halland.call(number, "2026-03-20", "2026-03-27");
        halland.answerAll(number);
        sip.at(LocalDate.parse("2026-03-27").atTime(15, 0)).runJobs();
        halland.convener();
        sip.fill(number, "mote", with(Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote")), "heldOn",
                "2026-03-27"));
        sip.fill(number, "plan", Map.of("familyAgrees", false, "refusalNote", "Vill inte fortsätta"));
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
    }

    @Test
    @Clause({"HAL-49", "HAL-40"})
    void aConsentThatHasRunOutIsAskedForAgainBeforeACallGoesOut() {
        String number = toConsent("20121106");
        sip.today("2026-03-05");
        halland.convener();
        var form = Journey.samtycke();
        form.put("until", "2026-03-08");
        form.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("recipients"),
                Map.of("included", true)));
        sip.fill(number, "samtycke", form);

        halland.call(number, "2026-03-10", "2026-03-20");
        assertThat(sip.open(number)).contains("samtycke").doesNotContain("svar");
    }

    @Test
    @Clause({"HAL-50", "HAL-120", "HAL-124"})
    void aWithdrawnCaseIsOverWhenAllHaveBeenTold() {
        String number = toConsent("20121107");
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-20");
        event(number, "CONSENT_WITHDRAWN", Map.of("who", "GUARDIAN", "manner", "BY_TELEPHONE", "on", "2026-03-06", "at",
                "08:00"));
        sip.pass(Duration.ofMinutes(11));
        tellAll(number);
        assertThat(sip.isRunning(number)).isFalse();
    }

    @Test
    @Clause({"HAL-126", "HAL-127"})
    void eachDocumentsTheClosingInItsOwnSystemAndTheFamilyIsToldWhereToTurn() {
        String number = toConsent("20121108");
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-20");
        end(number, "MOVED");
        sip.pass(Duration.ofMinutes(11));
        sip.asIn("halland", "kollega", BUP);
        var bups = sip.tasksWith(number, "besked_enhet").stream().filter(t -> sip.groupsOf(t).contains(BUP)).findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> sip.fill(bups, "besked_enhet", Map.of())).hasMessageContaining("documentedOn");
        halland.convener();
        assertThatThrownBy(() -> sip.fill(number, "besked", Map.of("documented", false, "whereToTurn", " ")))
                .hasMessageContaining("documented").hasMessageContaining("whereToTurn");
        tellAll(number);
        assertThat(sip.isRunning(number)).as("when the last has documented it").isFalse();
    }

    private String toConsent(String born) {
        return halland.toConsent(HallandJourney.behov(Children.bornOn(born)), need("SCHOOL", true, SCHOOL),
                need("SOCIAL_SERVICES", true, SOCIAL), need("CHILD_PSYCHIATRY", true, BUP));
    }

    private void endAndReopen(String number, String form) {
        end(number, "REGISTERED_IN_ERROR");
        event(number, "REOPEN", Map.of("reason", "Det var rätt barn."));
        sip.runJobs();
        assertThat(sip.open(number)).contains(form);
    }

    private void end(String number, String kind) {
        event(number, "ADMINISTRATIVE_END", Map.of("endKind", kind, "reason", "Rör fel barn."));
    }

    private void event(String number, String kind, Map<String, Object> fields) {
        halland.convener();
        var form = new LinkedHashMap<>(fields);
        form.put("caseNumber", number);
        form.put("kind", kind);
        sip.start("handelse", form);
    }

    private void tellAll(String number) {
        halland.convener();
        var rows = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "besked"), "besked").get("told")
                .forEach(row -> rows.add(Map.of("toldOn", sip.today().toString(), "how", "MEETING")));
        sip.fill(number, "besked", Map.of("told", rows, "documented", true, "whereToTurn", "Elevhälsan"));
        sip.asIn("halland", "kollega", SCHOOL, SOCIAL, BUP);
        for (var task : sip.tasksWith(number, "besked_enhet")) {
            sip.fill(task, "besked_enhet", Map.of("documentedOn", sip.today().toString()));
        }
        sip.runJobs();
    }
}
