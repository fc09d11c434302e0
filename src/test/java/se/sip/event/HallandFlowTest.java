package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.BUP;
import static se.sip.testing.HallandJourney.SCHOOL;
import static se.sip.testing.HallandJourney.SOCIAL;
import static se.sip.testing.HallandJourney.need;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What can happen at any time, in Halland's own diagram. */
@SipTest
class HallandFlowTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;

    private String toCall() {
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20121104")),
                need("SCHOOL", true, SCHOOL), need("SOCIAL_SERVICES", true, SOCIAL),
                need("CHILD_PSYCHIATRY", true, BUP));
        halland.consent(number);
        return number;
    }

    private void hold(String number, String day) {
        sip.at(LocalDate.parse(day).atTime(15, 0)).runJobs();
        halland.convener();
        sip.fill(number, "mote", with(Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote")), "heldOn", day));
        sip.runJobs();
    }

    @Test
    @Clause("HAL-73")
    void thirtyDaysPassANewDatePassesTooAndTheMeetingIsHeldAllTheSame() {
        String number = toCall();
        sip.goTo("2026-04-02");
        halland.convener();
        sip.complete(number, "forsenat", Map.of("reason", "Sjukdom.", "newDate", "2026-04-03"));
        sip.goTo("2026-04-04");
        halland.convener();
        sip.complete(number, "forsenat", Map.of("reason", "Sjukdom.", "newDate", "2026-04-20"));
        sip.today("2026-04-07");
        var form = with(halland.kallelse(number, "2026-04-10"), "lateReason", "Sjukdom.");
        sip.fill(number, "kallelse", form);
        sip.runJobs();
        halland.answerAll(number);
        hold(number, "2026-04-10");
        sip.goTo("2026-04-21");
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("MEETING_DUE_PASSED")).hasSize(2);
        assertThat(sip.open(number)).contains("plan").doesNotContain("forsenat");
    }

    @Test
    @Clause({"HAL-28", "HAL-72"})
    void aMeetingThatMovesOnTheWayToItIsCalledToAnew() {
        String number = toCall();
        halland.call(number, "2026-03-06", "2026-03-20");
        halland.answerAll(number);
        sip.start("handelse", Map.of("caseNumber", number, "kind", "MEETING_MOVED", "reason", "Lokalen.", "newDate",
                "2026-03-27", "newStart", "13:00", "newEnd", "14:00", "suitsFamily", true));
        sip.runJobs();
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    @Clause({"HAL-50", "HAL-120"})
    void aWithdrawalEndsTheCaseAtOnce() {
        String number = toCall();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "CONSENT_WITHDRAWN", "who", "GUARDIAN", "manner",
                "BY_TELEPHONE", "on", "2026-03-05", "at", "08:00"));
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_WITHDRAWN);
    }

    @Test
    @Clause({"HAL-25", "HAL-26"})
    void aRequestIsDeniedInExceptionalCasesOnlyWithItsReason() {
        var asked = new LinkedHashMap<>(HallandJourney.behov(Children.bornOn("20121104")));
        asked.putAll(Map.of("origin", "PERSON_REQUEST", "askedBy", "Mamma", "signalledOn", "2026-03-02"));
        String number = halland.toPreparation(asked);
        sip.fill(number, "bedomning", Map.of("judgement", "DENY", "exceptional", true, "denialReason",
                "Har redan en SIP i ett annat län."));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.DENIED);
    }

    @Test
    @Clause("HAL-02")
    void beforeDischargeAnotherRoutineHoldsAndNothingIsStarted() {
        assertThatThrownBy(() -> halland.toPreparation(with(HallandJourney.behov(Children.bornOn("20121104")),
                "inpatient", true))).hasMessageContaining("HAL-02").hasMessageContaining("inpatient");
    }
}
