package se.sip.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.casefile.Disclosures;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.consent.ConsentAnswer.Answerer;
import se.sip.consent.Consents;
import se.sip.consent.Manner;
import se.sip.invitation.Invitations;
import se.sip.meeting.Meetings;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.Clause;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** The consent and who was there, from the page of the case: asked anew at any time, and corrected with a reason. */
@SipTest
class ConsentOnThePageTest {

    private static final String UNSEEN_NOTHING = String.valueOf(Long.MAX_VALUE);

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Consents consents;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Invitations invitations;
    @Autowired
    Meetings meetings;
    @Autowired
    Notices notices;
    private MockMvc web;

    @BeforeEach
    void pages() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @Clause({"VGU-63", "VGV-08"})
    void theConsentIsAskedAnewLongBeforeItEndsAndTheFormFollowsAtOnce() throws Exception {
        String number = journey.toMeeting(Children.bornOn("20140511"));
        web.perform(get("/arenden/" + number + "/atgard/fornya-samtycket").principal(() -> "anna"))
                .andExpect(content().string(containsString("Uppgiften Förnya samtycket öppnas hos Elevhälsan i Borås")))
                .andExpect(content().string(containsString("Det samtycke som finns gäller till och med 31 december")));
        act(number, "fornya-samtycket", Map.of("reason", "Familjen vill ha ett längre samtycke."))
                .andExpect(redirectedUrlPattern("/arenden/" + number + "/uppgift/*?kvitto=*"));
        act(number, "fornya-samtycket", Map.of()).andExpect(redirectedUrlPattern("/arenden/" + number + "/uppgift/*"));
        page(number).andExpect(content().string(not(containsString("Förnya eller ändra samtycket"))));

        sip.today("2026-03-10");
        sip.fill(number, "fornya_samtycke", renewed(number, List.of(true, true, true), "2027-03-10"));
        assertThat(consents.endsOn(number)).hasValueSatisfying(d -> assertThat(d).isEqualTo("2027-03-10"));
        assertThat(disclosures.covers(number, BUP)).isTrue();
        page(number).andExpect(content().string(containsString("Förnya eller ändra samtycket")));
    }

    @Test
    @Clause({"VGV-08", "HAL-41", "VGU-70"})
    void whoIsLeftOutOfTheNewConsentReadsNoMoreAndIsTold() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140512"));
        int awaited = sip.tasksWith(number, "svar").size();
        act(number, "fornya-samtycket", Map.of()).andExpect(status().is3xxRedirection());
        sip.today("2026-03-09");
        sip.fill(number, "fornya_samtycke", renewed(number, List.of(true, true, false), "2026-12-31"));
        sip.runJobs();

        assertThat(disclosures.covers(number, BUP)).isFalse();
        assertThat(disclosures.covers(number, SOCIAL)).isTrue();
        assertThat(invitations.current(number)).extracting(i -> i.unitId()).doesNotContain(BUP);
        assertThat(sip.tasksWith(number, "svar")).as("nobody waits for its answer").hasSize(awaited - 1);
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.TAKES_PART_NO_LONGER)
                .extracting(n -> n.recipient()).containsExactly(Addressee.unit(BUP));
        sip.as("bengt", BUP);
        web.perform(get("/arenden/" + number).principal(() -> "bengt")).andExpect(status().isNotFound());
        sip.as("kollega", SCHOOL, SOCIAL);
        sip.tasksWith(number, "svar").forEach(t -> sip.fill(t, "svar", Journey.svar()));
        sip.runJobs();
        assertThat(meetings.booked(number)).as("the others meet").isPresent();
    }

    @Test
    void beforeThereIsAConsentThereIsNothingToRenewOrCorrect() throws Exception {
        String number = journey.toConsent(Children.bornOn("20140513"));
        page(number).andExpect(content().string(not(containsString("Förnya eller ändra samtycket"))))
                .andExpect(content().string(not(containsString("Rätta ett svar om samtycke"))))
                .andExpect(content().string(not(containsString("Rätta vilka som var med"))));
    }

    @Test
    @Clause({"VGU-46", "VGU-63"})
    void anAnswerAboutConsentIsCorrectedWithAReason() throws Exception {
        String number = journey.toDispatch(Children.bornOn("20140514"));
        web.perform(get("/arenden/" + number + "/atgard/ratta-samtycke").principal(() -> "anna"))
                .andExpect(content().string(containsString("Maria Lindqvist (vårdnadshavare): ja 2026-03-05, skriftligt")));
        act(number, "ratta-samtycke", Map.of())
                .andExpect(content().string(containsString("Skriv varför svaret rättas.")))
                .andExpect(content().string(containsString("Välj vems svar det är.")));
        act(number, "ratta-samtycke", Map.of("whose", "GUARDIAN:Maria Lindqvist", "answeredOn", "2026-03-04",
                "answeredHow", "ORAL", "reason", "Ringde dagen före.")).andExpect(status().is3xxRedirection());
        assertThat(consents.given(number, Answerer.GUARDIAN, "Maria Lindqvist")).hasValueSatisfying(a -> {
            assertThat(a.givenOn()).isEqualTo("2026-03-04");
            assertThat(a.manner()).isEqualTo(Manner.ORAL);
        });
        sip.today("2026-03-05");
        act(number, "ratta-samtycke", "another", Map.of("whose", "PERSON", "answeredOn", "2026-03-06", "reason", "x"))
                .andExpect(content().string(containsString("Dagen kan inte ligga framåt i tiden.")));
    }

    @Test
    @Clause({"VGU-124", "VGU-145"})
    void whoWasNotThereAfterAllGetsTheTaskOfTakingAStand() throws Exception {
        String number = journey.toFollowUp(Children.bornOn("20140515"));
        assertThat(sip.tasksWith(number, "bekrafta")).isEmpty();
        int reports = sip.tasksWith(number, "rapport").size();
        page(number).andExpect(content().string(not(containsString("Rätta ett svar på kallelsen"))));
        act(number, "ratta-narvaro", Map.of("whose", BUP, "present", "true", "reason", "Fel namn."))
                .andExpect(content().string(containsString("Skriv vem som kom från enheten: en person.")));
        act(number, "ratta-narvaro", Map.of("whose", BUP, "present", "false", "absentWhy", "Sjukdom.", "reason",
                "Blandade ihop enheterna.")).andExpect(status().is3xxRedirection());

        assertThat(meetings.lastHeld(number).orElseThrow().confirmerOf(BUP)).isEmpty();
        assertThat(sip.groupsOf(sip.onlyTask(number, "bekrafta"))).containsExactly(BUP);
        assertThat(sip.tasksWith(number, "rapport")).hasSize(reports - 1);
        sip.as("bengt", BUP);
        sip.fill(number, "bekrafta", Map.of("confirms", true, "answeredBy", "Bengt Behandlare", "mandate", true));
        assertThat(sip.tasksWith(number, "rapport")).as("and reports it later").hasSize(reports);
    }

    private Map<String, Object> renewed(String number, List<Boolean> included, String until) {
        String today = sip.today().toString();
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", today, "manner", "WRITTEN");
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("informedOn", today);
        form.put("recipients", included.stream().map(i -> Map.of("included", i)).toList());
        form.put("until", until);
        form.put("guardians", List.of(yes, yes));
        form.put("childGivenOn", today);
        return form;
    }

    private ResultActions page(String number) throws Exception {
        return web.perform(get("/arenden/" + number).principal(() -> "anna")).andExpect(status().isOk());
    }

    private ResultActions act(String number, String action, Map<String, String> fields) throws Exception {
        return act(number, action, action, fields);
    }

    private ResultActions act(String number, String action, String token, Map<String, String> fields) throws Exception {
        var form = post("/arenden/" + number + "/atgard/" + action).param("engangs", token + number)
                .param("sett", UNSEEN_NOTHING).principal(() -> "anna");
        fields.forEach(form::param);
        return web.perform(form);
    }
}
