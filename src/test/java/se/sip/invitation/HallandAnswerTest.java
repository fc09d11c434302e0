package se.sip.invitation;

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
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What a unit that is called in Halland owes: to come, to say who, to send somebody else, to prepare. */
@SipTest
class HallandAnswerTest {

    private static final String PRESCHOOL = "halland-1380-forskola";

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    Invitations invitations;
    private String number;

    @BeforeEach
    void bupIsCalled() {
        number = halland.toConsent(HallandJourney.behov(Children.bornOn("20121104")), need("SCHOOL", true, SCHOOL),
                need("SOCIAL_SERVICES", true, SOCIAL), need("CHILD_PSYCHIATRY", true, BUP));
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-25");
        sip.asIn("halland", "berit", BUP);
    }

    @Test
    @Clause({"HAL-77", "HAL-78", "HAL-79"})
    void aCalledUnitComesSaysWhoOrSendsSomebodyElse() {
        assertThatThrownBy(() -> sip.fill(bups(), "svar", Map.of("answer", "DECLINES", "reason", "Ingen tid")))
                .hasMessageContaining("skyldig att delta");
        assertThatThrownBy(() -> sip.fill(bups(), "svar", Map.of("answer", "ATTENDS", "attendees", List.of())))
                .hasMessageContaining("attendees");
        assertThatThrownBy(() -> sip.fill(bups(), "svar", Map.of("answer", "PREVENTED")))
                .hasMessageContaining("substituteComes");
        assertThatThrownBy(() -> sip.fill(bups(), "svar", Map.of("answer", "PREVENTED", "substituteComes", false)))
                .as("nobody without a reason").hasMessageContaining("reason");
        sip.fill(bups(), "svar", Map.of("answer", "PREVENTED", "substituteComes", true, "substituteName", "Siv Ek",
                "substituteRole", "Psykolog", "substituteMandate", true));
        assertThat(bupsInvitation().attendees()).singleElement().satisfies(a -> {
            assertThat(a.name()).isEqualTo("Siv Ek");
            assertThat(a.substitute()).isTrue();
        });
    }

    @Test
    @Clause("HAL-78")
    void whoHasNotSaidWhoComesIsReminded() {
        assertThat(bupsInvitation().answerDue()).isEqualTo("2026-03-13");
        sip.goTo("2026-03-09");
        assertThat(bupsInvitation().remindedAt()).isNull();
        sip.goTo("2026-03-10");
        assertThat(bupsInvitation().remindedAt()).isNotNull();
    }

    @Test
    @Clause("HAL-80")
    void theUnitsPreparationIsKeptAndTheMeetingSaysWhetherAllWerePrepared() {
        sip.fill(bups(), "svar", with(Journey.svar(), "preparation", "Vi har gått igenom vårens samtal."));
        assertThat(bupsInvitation().answer().preparation()).isEqualTo("Vi har gått igenom vårens samtal.");
        halland.answerAll(number);
        sip.at(LocalDateTime.parse("2026-03-25T15:00")).runJobs();
        halland.convener();
        var held = with(Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote")), "heldOn", "2026-03-25");
        assertThatThrownBy(() -> sip.fill(number, "mote", with(held, "allPrepared", null)))
                .hasMessageContaining("allPrepared");
        assertThatThrownBy(() -> sip.fill(number, "mote", with(held, "allPrepared", false)))
                .hasMessageContaining("unpreparedNote");
    }

    @Test
    @Clause("HAL-76")
    void aUnitWithoutLifecareCallsEverybodyByTheWrittenTemplate() {
        sip.today("2026-03-03").asIn("halland", "petra", PRESCHOOL);
        String other = sip.start("sip", with(with(HallandJourney.behov(Children.bornOn("20210104")), "startingUnit",
                PRESCHOOL), "needsFrom", List.of("PRESCHOOL", "CHILD_PSYCHIATRY")));
        sip.today("2026-03-04");
        sip.fill(other, "forbered", HallandJourney.forbered(need("PRESCHOOL", true, PRESCHOOL),
                need("CHILD_PSYCHIATRY", true, BUP)));
        halland.keepAll(other);
        sip.today("2026-03-05");
        var consent = Journey.samtycke();
        consent.put("recipients", Journey.each(sip.known(sip.onlyTask(other, "samtycke"), "samtycke")
                .get("recipients"), Map.of("included", true)));
        sip.fill(other, "samtycke", consent);
        sip.today("2026-03-06");
        sip.fill(other, "kallelse", halland.kallelse(other, "2026-03-25"));
        sip.runJobs();
        assertThat(invitations.current(other)).filteredOn(i -> BUP.equals(i.unitId())).singleElement()
                .satisfies(i -> assertThat(i.channel()).as("BUP uses Lifecare, the sender does not")
                        .isEqualTo(Channel.TEMPLATE));
    }

    private Task bups() {
        return sip.tasksWith(number, "svar").stream().filter(t -> sip.groupsOf(t).contains(BUP)).findFirst()
                .orElseThrow();
    }

    private Invitation bupsInvitation() {
        return invitations.current(number).stream().filter(i -> BUP.equals(i.unitId())).findFirst().orElseThrow();
    }
}
