package se.sip.caselist;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Mina ärenden, as pages and over the API: who sees which case, found how. */
@SipTest
class CaseListTest {

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
    private MockMvc web;
    private final String child = Children.bornOn("20140404");
    private String number;

    @BeforeEach
    void aCaseWaitsForAnswers() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        number = journey.toAnswers(child);
        sip.as("anna", SCHOOL);
    }

    @Test
    void theConvenerSeesPhaseDateAndWhatIsAwaited() throws Exception {
        web.perform(get("/api/cases?mine")).andExpect(status().isOk())
                .andExpect(jsonPath("$[*].number", hasItem(number)));
        web.perform(get("/arenden").principal(() -> "anna")).andExpect(status().isOk())
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(containsString("Svara på kallelsen")))
                .andExpect(content().string(containsString("Kalla")));
        web.perform(get("/arenden/" + number).principal(() -> "anna")).andExpect(status().isOk())
                .andExpect(content().string(containsString("VGB-05")))
                .andExpect(content().string(containsString("Lämna över")));
    }

    @Test
    void aUnitThatTakesPartReadsTheCaseButNotItsStory() throws Exception {
        sip.as("bengt", BUP);
        web.perform(get("/api/cases/" + number)).andExpect(status().isOk())
                .andExpect(jsonPath("$.overview.number").value(number))
                .andExpect(jsonPath("$.story").isEmpty());
        web.perform(get("/api/cases")).andExpect(jsonPath("$[*].number", not(hasItem(number))));
        web.perform(get("/arenden/" + number).principal(() -> "bengt"))
                .andExpect(content().string(not(containsString("Lämna över"))));
    }

    @Test
    void aCaseOfAnotherUnitDoesNotExist() throws Exception {
        sip.as("hanna", "vgr-habilitering-boras");
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
        web.perform(search(child)).andExpect(status().isOk()).andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void aSearchByPersonNumberIsNotedInTheCase() throws Exception {
        web.perform(search(child)).andExpect(status().isOk()).andExpect(jsonPath("$[0].number").value(number));
        assertThat(log.of(number)).extracting(e -> e.kind()).contains("FOUND_BY_PERSON_NUMBER");
        web.perform(post("/arenden/sok").param("personnummer", child).principal(() -> "anna"))
                .andExpect(content().string(containsString("Sökresultat")));
        web.perform(search("20140312-0000")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("idNumber"));
    }

    @Test
    void aCaseIsHandedOverFromItsPage() throws Exception {
        String page = "/arenden/" + number + "/atgard/lamna-over";
        String seen = String.valueOf(Long.MAX_VALUE);
        web.perform(post(page).param("engangs", "a-" + number).param("sett", seen).principal(() -> "anna"))
                .andExpect(content().string(containsString("Skriv varför ärendet lämnas över.")))
                .andExpect(content().string(containsString("Välj en enhet i listan.")));
        web.perform(post(page).param("engangs", "a-" + number).param("sett", seen).param("toUnit", SOCIAL)
                .param("reason", "Mest kontakt.").principal(() -> "anna"))
                .andExpect(redirectedUrl("/arenden/kvitto/a-" + number));
        assertThat(cases.byNumber(number).convenerUnit()).isEqualTo(SOCIAL);
    }

    @Test
    void anEventOverTheApiNamesEveryFault() throws Exception {
        web.perform(post("/api/cases/" + number + "/events").contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\": \"MEETING_MOVED\", \"newDate\": \"i morgon\", \"okand\": 1}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[*].field", hasItem("reason")))
                .andExpect(jsonPath("$.faults[*].field", hasItem("newDate")))
                .andExpect(jsonPath("$.faults[*].message", hasItem("Här finns ett fält som formuläret inte har.")));
        web.perform(post("/api/cases/" + number + "/events").contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\": \"MEETING_CANCELLED\", \"reason\": \"Sjukdom.\"}"))
                .andExpect(status().isNoContent());
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    void aUnitThatTakesPartHasTheCaseInItsListAndFindsThePerson() throws Exception {
        sip.as("bengt", BUP);
        web.perform(get("/arenden").principal(() -> "bengt")).andExpect(content().string(containsString(number)));
        web.perform(get("/arenden?andel=CONVENED").principal(() -> "bengt"))
                .andExpect(content().string(not(containsString(number))));
        web.perform(find(child)).andExpect(content().string(containsString("Hittade")));
        web.perform(find("lindqv")).andExpect(content().string(containsString(number)));
        assertThat(log.of(number)).extracting(e -> e.kind()).contains("FOUND_BY_PERSON_NUMBER", "FOUND_BY_NAME");
    }

    @Test
    void theListIsNarrowedByPhaseAndByWhomTheCaseWaitsFor() throws Exception {
        expectListed("steg=CALL", true);
        expectListed("steg=CONSENT", false);
        expectListed("vantar=OTHERS", true);
        expectListed("vantar=US", false);
        expectListed("avslutade=true", false);
        sip.as("bengt", BUP);
        expectListed("vantar=US", true);
    }

    @Test
    void aWordWithADigitThatIsNoNumberIsAFaultAndAPercentSignIsNoWildcard() throws Exception {
        web.perform(find("20140312-0000")).andExpect(content().string(containsString("Skriv ett giltigt personnummer")));
        web.perform(find("%%")).andExpect(content().string(containsString("Inga ärenden som du får se")));
        web.perform(find(number.toLowerCase(Locale.ROOT))).andExpect(redirectedUrl("/arenden/" + number));
    }

    @Test
    void aProtectedPersonStandsWithoutNameAndIsNotFoundByName() throws Exception {
        String protectedChild = Children.bornOn("20140405");
        sip.today("2026-03-03").as("anna", SCHOOL);
        String other = sip.start("sip", FormContent.with(FormContent.with(FormContent.with(FormContent.behov(),
                "idNumber", protectedChild), "protection", "CONFIDENTIAL_MARKING"), "familyName", "Hemligsson"));
        web.perform(get("/arenden").principal(() -> "anna"))
                .andExpect(content().string(containsString("Skyddade personuppgifter")))
                .andExpect(content().string(not(containsString("Hemligsson"))));
        web.perform(find("Hemligsson")).andExpect(content().string(containsString("Inga ärenden som du får se")));
        web.perform(find(protectedChild)).andExpect(content().string(containsString(other)));
    }

    @Test
    void aCardSaysWhomATaskIsAboutToThoseWhoMayKnow() throws Exception {
        var asked = post("/api/cases/cards").contentType(MediaType.APPLICATION_JSON)
                .content("{\"numbers\": [\"" + number + "\", \"SIP-1999-000001\"]}");
        web.perform(asked).andExpect(jsonPath("$.persons['" + number + "']").value("Alva Lindqvist, född 2014"))
                .andExpect(jsonPath("$.persons.length()").value(1)).andExpect(jsonPath("$.tasks.length()").value(0));
        sip.as("hanna", "vgr-habilitering-boras");
        web.perform(asked).andExpect(jsonPath("$.persons.length()").value(0));
    }

    @Test
    void aCardSaysWhichOfSeveralLettersATaskIsAbout() throws Exception {
        sip.deliver(number);
        List<String> letters = sip.tasksWith(number, "posta").stream().map(Task::getId).toList();
        assertThat(letters).hasSizeGreaterThan(1);
        var asked = post("/api/cases/cards").contentType(MediaType.APPLICATION_JSON).content("{\"numbers\": [\"" + number
                + "\"], \"tasks\": [\"" + String.join("\", \"", letters) + "\"]}");
        web.perform(asked).andExpect(jsonPath("$.tasks.length()").value(letters.size()))
                .andExpect(jsonPath("$.tasks['" + letters.get(0) + "']").value(startsWith("Egen inbjudan till mötet, till ")));
        sip.as("bengt", BUP);
        web.perform(asked).andExpect(jsonPath("$.persons.length()").value(1)).andExpect(jsonPath("$.tasks.length()").value(0));
    }

    private void expectListed(String choice, boolean listed) throws Exception {
        web.perform(get("/arenden?" + choice).principal(() -> "anna")).andExpect(status().isOk())
                .andExpect(content().string(listed ? containsString(number) : not(containsString("/arenden/" + number))));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder find(String asked) {
        return post("/arenden/sok").param("personnummer", asked).principal(() -> "anna");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder search(String number) {
        return post("/api/cases/search").contentType(MediaType.APPLICATION_JSON)
                .content("{\"idNumber\": \"" + number + "\"}");
    }

    @Test
    void theStoryReadsInSwedishAndNoCodeIsShown() throws Exception {
        String page = web.perform(get("/arenden/" + number).principal(() -> "anna")).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Mötet förberett.", "Nytt steg: Kalla.", "SIP-mötet bokat.");
        assertThat(log.of(number)).isNotEmpty().allSatisfy(e -> assertThat(page).doesNotContain(e.kind() + "<"));
    }

    @Test
    @Clause({"VGU-103", "VGV-08"})
    void aUnitAnInvitationIsOnItsWayToSeesNumberSenderAndFunctionOnly() throws Exception {
        sip.today("2026-03-09").as("sofia", SOCIAL);
        var asked = sip.tasksWith(number, "svar").stream().filter(t -> sip.groupsOf(t).contains(SOCIAL)).findFirst()
                .orElseThrow();
        sip.fill(asked, "svar", Map.of("answer", "WRONG_UNIT", "reason", "Inte känd här."));
        sip.fill(number, "ratt_enhet", Map.of("contactWith", "Anna", "contactOn", "2026-03-09", "clarified",
                "Stöd hemma", "found", true, "unitId", "vgr-1490-mottagning"));

        sip.as("mona", "vgr-1490-mottagning");
        web.perform(get("/api/invitations/underway")).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.caseNumber == '" + number + "')].neededFunction",
                        hasItem("Mottagningsenhet")))
                .andExpect(content().string(not(containsString("Lindqvist"))));
        web.perform(get("/arenden").principal(() -> "mona")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Kallelser på väg till er enhet")))
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(not(containsString("Stöd hemma"))));
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
    }
}
