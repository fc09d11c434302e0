package se.sip.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.BUP;
import static se.sip.testing.HallandJourney.SCHOOL;
import static se.sip.testing.HallandJourney.SOCIAL;
import static se.sip.testing.HallandJourney.need;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.OpenForm;
import se.sip.testing.SipTest;

/** The SIP meeting by Halland's guidance: its order, the child's part, its length, who documents. */
@SipTest
class HallandMeetingTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    WebApplicationContext context;
    private String number;

    @BeforeEach
    void theChildTakesPartByALetter() {
        number = halland.toPreparation(HallandJourney.behov(Children.bornOn("20121104")));
        sip.today("2026-03-04");
        var form = HallandJourney.forbered(need("SCHOOL", true, SCHOOL), need("SOCIAL_SERVICES", true, SOCIAL),
                need("CHILD_PSYCHIATRY", true, BUP));
        sip.fill(number, "forbered", with(with(form, "participation", "LETTER"), "participationNote",
                "Kuratorn läser upp brevet."));
        halland.keepAll(number);
        halland.consent(number);
        sip.today("2026-03-06");
        halland.convener();
    }

    @Test
    @Clause({"HAL-62", "HAL-91", "HAL-92"})
    void theMeetingFollowsTheCircleAndOpensWithTheLetterAsAgreed() throws Exception {
        halland.call(number, "2026-03-06", "2026-03-25");
        theMeetingIsOver();
        var shown = OpenForm.shown(context, sip.onlyTask(number, "mote"));
        assertThat(shown.get("agenda")).extracting(point -> point.asText()).containsExactly("Inledning",
                "Aktuell situation: läs först upp barnets brev", "Behov", "Sammanfattning", "Avslutning");
        assertThat(shown.get("participation").asText())
                .isEqualTo("Med ett brev, en teckning eller en inspelning. Kuratorn läser upp brevet.");
        assertThat(shown.get("purpose").asText()).isEqualTo("Samordna stödet kring Alvas skolgång.");
    }

    @Test
    @Clause({"HAL-93", "HAL-100"})
    void twoHoursAtMostWithABreakElseAReasonAndWhoDocumentsIsNamedBefore() {
        var call = halland.kallelse(number, "2026-03-25");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(call, "endTime", "15:01")))
                .hasMessageContaining("lengthWhy");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(call, "endTime", "15:00")))
                .hasMessageContaining("breakPlanned");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(call, "convenerDocuments", false)))
                .hasMessageContaining("documenter");
        sip.fill(number, "kallelse", with(with(with(with(call, "endTime", "15:00"), "breakPlanned", true),
                "convenerDocuments", false), "documenter", "Siv Ek"));
        sip.runJobs();
        theMeetingIsOver();
        var known = sip.known(sip.onlyTask(number, "mote"), "mote");
        assertThat(known.get("documenter").asText()).as("as named in the call").isEqualTo("Siv Ek");
        var held = with(Journey.mote(known), "heldOn", "2026-03-25");
        assertThatThrownBy(() -> sip.fill(number, "mote", with(with(held, "endedAt", "15:30"), "documenter", " ")))
                .hasMessageContaining("lengthWhy").hasMessageContaining("documenter");
        assertThatThrownBy(() -> sip.fill(number, "mote", with(with(held, "endedAt", "15:00"), "breakTaken", false)))
                .hasMessageContaining("breakTaken");
        sip.fill(number, "mote", with(with(held, "endedAt", "15:30"), "lengthWhy", "Tolkningen tog tid."));
        assertThat(sip.open(number)).contains("plan");
    }

    @Test
    @Clause({"HAL-36", "HAL-77"})
    void whoStayedAwayAndHowTheChildWasHeardIsAlwaysSaid() {
        halland.call(number, "2026-03-06", "2026-03-25");
        theMeetingIsOver();
        var known = sip.known(sip.onlyTask(number, "mote"), "mote");
        var held = with(Journey.mote(known), "heldOn", "2026-03-25");
        assertThatThrownBy(() -> sip.fill(number, "mote", with(held, "personTookPart", false)))
                .hasMessageContaining("personAbsentWhy").hasMessageContaining("personHeardHow");
        assertThatThrownBy(() -> sip.fill(number, "mote", with(held, "attendance",
                List.of(Map.of("present", false), Map.of("present", true, "who", "Kim", "mandate", true),
                        Map.of("present", true, "who", "Siv", "mandate", true)))))
                .hasMessageContaining("absentWhy");
    }

    private void theMeetingIsOver() {
        halland.answerAll(number);
        sip.at(LocalDateTime.parse("2026-03-25T15:45")).runJobs();
        halland.convener();
    }
}
