package se.sip.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.casefile.Guardian;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.event.CaseEvents;
import se.sip.meeting.Meetings;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** The page of one case: who sees what of it, and what is done from it. */
@SipTest
class CasePageTest {

    private static final String UNSEEN_NOTHING = String.valueOf(Long.MAX_VALUE);

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    @Autowired
    Consents consents;
    @Autowired
    Meetings meetings;
    @Autowired
    CaseEvents events;
    private MockMvc web;
    private String number;

    @BeforeEach
    void theMeetingIsAwaited() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        number = journey.toMeeting(Children.bornOn("20140501"));
    }

    @Test
    void theConvenerSeesWhereTheCaseIsWhyAndWhoHasSaidWhat() throws Exception {
        page("anna").andExpect(content().string(containsString("här är ärendet nu")))
                .andExpect(content().string(containsString("Rekommenderad senaste dag för mötet")))
                .andExpect(content().string(containsString("VGB-17")))
                .andExpect(content().string(containsString("Kim Ek")))
                .andExpect(content().string(containsString("Skolfrånvaro")))
                .andExpect(content().string(containsString("Nytt steg: Kalla")));
    }

    /** Letters to two guardians are two tasks of the same name. */
    @Test
    void aTaskSaysWhichLetterItIsInTheTasksAndTheDates() throws Exception {
        sip.deliver(number);
        String shown = page("anna").andReturn().getResponse().getContentAsString();
        List<String> names = cases.guardiansOf(cases.byNumber(number)).stream().map(Guardian::name).toList();
        assertThat(names).hasSize(2).allSatisfy(name -> assertThat(shown.split(
                "Skriv ut och posta brevet: Egen inbjudan till mötet, till " + name, -1))
                .as("in the tasks and in the dates").hasSize(3));
        sip.as("bengt", BUP);
        page("bengt").andExpect(content().string(not(containsString("posta brevet"))));
    }

    @Test
    @Clause({"HAL-71", "VGU-81"})
    void anActionShowsWhoIsToldAndTheLetterBeforeItIsDone() throws Exception {
        String look = "/arenden/" + number + "/atgard/stall-in-motet/utskick";
        var asked = post(look).param("engangs", "u-" + number).param("reason", "Sjukdom hos läraren.").principal(() -> "anna");
        String shown = web.perform(asked).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(shown).contains("Det här skickas", "SIP-mötet ställs in. E-post utan personuppgifter", "VGU-81",
                "Besked om att mötet ställs in. Brev", "Inget är gjort än.");
        int line = shown.split("class=\"sip-clause\"", -1).length - 2;
        web.perform(post(look + "/" + line).param("reason", "Sjukdom hos läraren.").principal(() -> "anna"))
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
        assertThat(meetings.booked(number)).as("nothing is done by looking").isPresent();
        web.perform(post(look).param("engangs", "u").param("reason", "").principal(() -> "anna"))
                .andExpect(content().string(containsString("behöver rättas"))).andExpect(content().string(
                        not(containsString("Det här skickas"))));
        sip.as("bengt", BUP);
        web.perform(asked).andExpect(status().isNotFound());
    }

    @Test
    void aUnitThatTakesPartSeesItsPartOnly() throws Exception {
        sip.as("bengt", BUP);
        page("bengt").andExpect(content().string(containsString("Samordna stödet kring Alvas skolgång.")))
                .andExpect(content().string(not(containsString("(vårdnadshavare)"))))
                .andExpect(content().string(not(containsString("070-"))))
                .andExpect(content().string(not(containsString("Nytt steg"))))
                .andExpect(content().string(not(containsString("Ställ in mötet"))))
                .andExpect(content().string(containsString("Samtycket återkallas")));
        sip.as("hanna", "vgr-habilitering-boras");
        web.perform(get("/arenden/" + number).principal(() -> "hanna")).andExpect(status().isNotFound());
    }

    @Test
    @Clause({"VGV-25", "VGU-158"})
    void aCalledUnitRegistersAWithdrawalAndTheCaseStopsForAll() throws Exception {
        sip.as("bengt", BUP);
        act("aterkalla", "w-" + number, Map.of("who", "GUARDIAN", "manner", "BY_TELEPHONE", "on", "2026-03-09", "at",
                "08:40")).andExpect(redirectedUrl("/arenden/kvitto/w-" + number));
        assertThat(consents.stateOn(number, sip.today())).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(meetings.booked(number)).isEmpty();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_WITHDRAWN);
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.MEETING_CANCELLED)
                .extracting(n -> n.recipient()).contains(Addressee.unit(SOCIAL), Addressee.unit(BUP),
                        Addressee.person());
        web.perform(get("/arenden/kvitto/w-" + number).principal(() -> "bengt"))
                .andExpect(content().string(containsString("Återkallelsen är registrerad.")));
        web.perform(get("/arenden/" + number).principal(() -> "bengt")).andExpect(status().isNotFound());
    }

    @Test
    void anActionSaysBeforehandWhatItWillDoAndASecondClickFindsTheReceipt() throws Exception {
        web.perform(get("/arenden/" + number + "/atgard/stall-in-motet").principal(() -> "anna"))
                .andExpect(content().string(containsString("Mötet 19 mars ställs in. Två enheter meddelas")));
        var reason = Map.of("reason", "Sjukdom.");
        act("stall-in-motet", "c-" + number, reason).andExpect(redirectedUrl("/arenden/" + number + "?kvitto=c-" + number));
        act("stall-in-motet", "c-" + number, reason).andExpect(redirectedUrl("/arenden/" + number + "?kvitto=c-" + number));
        assertThat(events.of(number)).hasSize(1);
        web.perform(get("/arenden/" + number + "?kvitto=c-" + number).principal(() -> "anna"))
                .andExpect(content().string(containsString("Mötet är inställt. Två mottagare har fått besked här.")));
        web.perform(get("/arenden/" + number + "/atgard/stall-in-motet").principal(() -> "anna"))
                .andExpect(redirectedUrl("/arenden/" + number));
    }

    @Test
    void whoWritesLaterIsToldWhatAnotherHasDoneAndNothingIsLost() throws Exception {
        long seen = log.of(number).stream().mapToLong(e -> e.id()).max().orElseThrow();
        sip.as("karin", SCHOOL);
        act("flytta-motet", "m1-" + number, Map.of("newDate", "2026-03-20", "newStart", "13:00", "newEnd", "14:00",
                "reason", "Skolan har utvecklingssamtal.")).andExpect(status().is3xxRedirection());
        sip.as("anna", SCHOOL);
        web.perform(post("/arenden/" + number + "/atgard/ratta-datum").param("engangs", "d-" + number)
                .param("sett", String.valueOf(seen)).param("discoveredOn", "2026-03-01").param("reason", "Skrev fel dag.")
                .principal(() -> "anna")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Medan du skrev har någon annan ändrat i ärendet")))
                .andExpect(content().string(containsString("Skolan har utvecklingssamtal.")))
                .andExpect(content().string(containsString("Skrev fel dag.")));
        assertThat(cases.byNumber(number).discoveredOn()).isEqualTo("2026-03-02");
        act("ratta-datum", "d-" + number, Map.of("discoveredOn", "2026-03-01", "reason", "Skrev fel dag."))
                .andExpect(status().is3xxRedirection());
        assertThat(cases.byNumber(number).discoveredOn()).isEqualTo("2026-03-01");
    }

    @Test
    void anAnswerIsCorrectedWithAReasonAndTheCaseGoesToAColleague() throws Exception {
        page("anna").andExpect(content().string(containsString("Rätta ett svar på kallelsen")));
        act("ratta-svar", "r-" + number, Map.of("answer", "PREVENTED"))
                .andExpect(content().string(containsString("Skriv varför svaret rättas.")))
                .andExpect(content().string(containsString("Välj en enhet som är kallad eller inbjuden till mötet.")));
        act("ratta-svar", "r-" + number, Map.of("whose", BUP, "answer", "ATTENDS", "name", "Lisa Rätt", "workRole",
                "Psykolog", "mandate", "true", "reason", "Fel namn.")).andExpect(status().is3xxRedirection());
        page("anna").andExpect(content().string(containsString("Lisa Rätt, Psykolog")));
        act("kollega", "k-" + number, Map.of("colleague", "ingen"))
                .andExpect(content().string(containsString("Välj en kollega i listan.")));
    }

    @Test
    void whatIsWrittenAtTheMeetingIsKeptAndTheSecondToSaveIsShownTheFirst() throws Exception {
        String meeting = "/api/cases/" + number + "/meeting";
        web.perform(get("/arenden/" + number + "/mote").principal(() -> "anna"))
                .andExpect(content().string(containsString("Hur kommer Alva tillbaka till skolan?")))
                .andExpect(content().string(not(containsString("20140501"))));
        web.perform(put(meeting + "/draft?version=0").contentType(MediaType.APPLICATION_JSON)
                .content("{\"ownPart\": \"Väcker mig själv\"}")).andExpect(jsonPath("$.version").value(1));
        web.perform(put(meeting + "/draft?version=0").contentType(MediaType.APPLICATION_JSON)
                .content("{\"ownPart\": \"Går själv\"}")).andExpect(status().isConflict())
                .andExpect(jsonPath("$.draft.content.ownPart").value("Väcker mig själv"));
        web.perform(get(meeting)).andExpect(jsonPath("$.draft.version").value(1));
        web.perform(post(meeting + "/check").contentType(MediaType.APPLICATION_JSON).content("{\"familyAgrees\": true}"))
                .andExpect(jsonPath("$.faults[?(@.field == 'interventions')].message").value("Lägg till minst en insats."));
        sip.as("bengt", BUP);
        web.perform(get(meeting)).andExpect(status().isNotFound());
        web.perform(get("/arenden/" + number + "/mote").principal(() -> "bengt"))
                .andExpect(redirectedUrl("/arenden/" + number));
    }

    private ResultActions page(String reader) throws Exception {
        return web.perform(get("/arenden/" + number).principal(() -> reader)).andExpect(status().isOk());
    }

    private ResultActions act(String action, String token, Map<String, String> fields) throws Exception {
        var form = post("/arenden/" + number + "/atgard/" + action).param("engangs", token).param("sett", UNSEEN_NOTHING)
                .principal(() -> "anna");
        fields.forEach(form::param);
        return web.perform(form);
    }
}
