package se.sip.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.BUP;
import static se.sip.testing.HallandJourney.SCHOOL;
import static se.sip.testing.HallandJourney.SOCIAL;
import static se.sip.testing.HallandJourney.need;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
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

/** Informing the family and preparing the meeting with them, by Halland's guidance. */
@SipTest
class HallandPreparationTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    Preparations preparations;
    @Autowired
    WebApplicationContext context;
    private String number;
    private Map<String, Object> form;

    @BeforeEach
    void schoolHasDiscoveredTheNeed() {
        number = halland.toPreparation(HallandJourney.behov(Children.bornOn("20121104")));
        form = HallandJourney.forbered(need("SCHOOL", true, SCHOOL), need("SOCIAL_SERVICES", true, SOCIAL),
                need("CHILD_PSYCHIATRY", true, BUP));
        sip.today("2026-03-04");
        halland.convener();
    }

    @Test
    @Clause({"HAL-34", "HAL-39"})
    void beforeConsentTheFamilyIsInformedAndWhetherTheyHaveUnderstoodIsAnswered() {
        assertThatThrownBy(() -> sip.fill(number, "forbered", with(with(with(form, "informedOn", null), "informedWhom",
                List.of()), "understood", null))).hasMessageContaining("informedOn")
                .hasMessageContaining("informedWhom").hasMessageContaining("understood");
        assertThatThrownBy(() -> sip.fill(number, "forbered", with(form, "understood", false)))
                .hasMessageContaining("understoodNote");
        assertThat(sip.open(number)).as("no consent is asked for").containsExactly("forbered");

        sip.fill(number, "forbered", with(with(form, "understood", false), "understoodNote",
                "Pappa behöver tolk, nytt samtal på fredag."));
        assertThat(preparations.of(number)).get().satisfies(kept -> {
            assertThat(kept.informedOn()).isEqualTo("2026-03-03");
            assertThat(kept.informedWhom().values()).containsExactlyInAnyOrder("CHILD", "GUARDIANS");
            assertThat(kept.understood()).isFalse();
            assertThat(kept.understoodNote()).contains("nytt samtal");
        });
    }

    @Test
    @Clause("HAL-61")
    void strengthsDifficultiesAndWhatTheChildCanTakeResponsibilityForAreMapped() {
        assertThatThrownBy(() -> sip.fill(number, "forbered", with(with(form, "strengthsAndDifficulties", null),
                "ownResponsibility", " "))).hasMessageContaining("strengthsAndDifficulties")
                .hasMessageContaining("ownResponsibility");
        sip.fill(number, "forbered", form);
        assertThat(preparations.of(number)).get().extracting(Preparation::mapped).asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("Alva ritar gärna. Morgnarna är svåra.", "Alva säger till när det blir för mycket.");
    }

    @Test
    @Clause({"HAL-36", "HAL-62"})
    void howTheChildTakesPartIsAlwaysAgreedInEachOfTheFiveWays() {
        assertThatThrownBy(() -> sip.fill(number, "forbered", with(with(form, "participation", null), "childVoice",
                null))).hasMessageContaining("participation").hasMessageContaining("childVoice");
        for (String way : List.of("THROUGH_SUPPORT", "LETTER", "WITH_SUPPORT", "PART", "BY_TECHNOLOGY")) {
            assertThatThrownBy(() -> sip.fill(number, "forbered", with(form, "participation", way))).as(way)
                    .hasMessageContaining("participationNote").hasMessageNotContaining("participation\"");
        }
        sip.fill(number, "forbered", with(with(form, "participation", "BY_TECHNOLOGY"), "participationNote",
                "Från kuratorns rum."));
        assertThat(preparations.of(number)).get().extracting(Preparation::agreedParticipation)
                .isEqualTo("Med telefon eller video. Från kuratorns rum.");
    }

    @Test
    @Clause({"HAL-37", "HAL-58", "HAL-63", "HAL-68"})
    void whoTookTheInitiativeCallsWithWhatWasAgreedAndTheAdaptationsFollowTheCall() throws Exception {
        assertThat(sip.groupsOf(sip.onlyTask(number, "forbered"))).containsExactly(SCHOOL);
        var prepared = new LinkedHashMap<>(form);
        prepared.put("informedAdaptations", "Bildstöd åt pappa");
        prepared.put("meetingWishes", "Efter skolan, gärna på Kattegattskolan");
        prepared.put("participation", "PART");
        prepared.put("participationNote", "Kommer till sista halvtimmen.");
        prepared.put("purpose", "Lo vill att alla vet hur morgnarna är.");
        sip.fill(number, "forbered", prepared);
        var proposals = Journey.each(sip.known(sip.onlyTask(number, "enheter"), "enheter").get("proposals"),
                Map.of("keep", true));
        sip.fill(number, "enheter", Map.of("proposals", proposals));
        halland.consent(number);

        var task = sip.onlyTask(number, "kallelse");
        assertThat(sip.groupsOf(task)).containsExactly(SCHOOL);
        assertThat(sip.known(task, "kallelse").get("purpose").asText()).isEqualTo("Lo vill att alla vet hur morgnarna är.");
        assertThat(sip.known(task, "kallelse").get("recipients")).as("those the family has agreed to").hasSize(2);
        var shown = OpenForm.shown(context, task);
        assertThat(shown.get("meetingWishes").asText()).isEqualTo("Efter skolan, gärna på Kattegattskolan");
        assertThat(shown.get("participation").asText()).isEqualTo("En del av mötet. Kommer till sista halvtimmen.");

        halland.call(number, "2026-03-06", "2026-03-20");
        sip.asIn("halland", "berit", BUP);
        var answer = sip.tasksWith(number, "svar").stream().filter(t -> sip.groupsOf(t).contains(BUP)).findFirst()
                .orElseThrow();
        assertThat(OpenForm.shown(context, answer).get("special").toString()).contains("Bildstöd åt pappa");
    }

    @Test
    @Clause("HAL-97")
    void aDigitalMeetingNeedsTheChildsOrAGuardiansConsentBeforeAnyLinkIsSent() {
        assertThatThrownBy(() -> sip.fill(number, "forbered", with(form, "meetingForm", "DIGITAL")))
                .hasMessageContaining("digitalConsent");
        sip.fill(number, "forbered", form);
        halland.keepAll(number);
        halland.consent(number);
        sip.today("2026-03-06");
        halland.convener();
        var call = halland.kallelse(number, "2026-03-20");
        call.put("meetingForm", "DIGITAL");
        call.put("digitalPreparation", "Länk i kallelsen.");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", call)).hasMessageContaining("digitalConsent")
                .hasMessageContaining("kräver att den det gäller samtycker");

        String other = halland.toPreparation(HallandJourney.behov(Children.bornOn("20121105")));
        sip.today("2026-03-04");
        sip.fill(other, "forbered", with(with(with(form, "meetingForm", "DIGITAL"), "digitalConsent", true),
                "digitalConsentBy", "Mamma"));
        halland.keepAll(other);
        halland.consent(other);
        sip.today("2026-03-06");
        halland.convener();
        var digital = halland.kallelse(other, "2026-03-20");
        digital.put("meetingForm", "DIGITAL");
        digital.put("digitalPreparation", "Länk i kallelsen.");
        sip.fill(other, "kallelse", digital);
        sip.runJobs();
        assertThat(sip.open(other)).contains("svar");
    }
}
