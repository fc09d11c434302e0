package se.sip.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
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
import se.sip.correspondence.document.Discretion;
import se.sip.casefile.Protection;
import se.sip.tasklist.FaultyFormException;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** A case of somebody with protected identity is seen by named persons only, in every list, page and call. */
@SipTest
class ProtectedIdentityTest {

    private static final String MANAGERS = SCHOOL + "-chef";

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
    TaskService tasks;
    @Autowired
    IdentityService identity;
    @Autowired
    Discretion discretion;
    private MockMvc web;

    @BeforeEach
    void staffOfTheSchool() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        identity.clearAuthentication();
        for (String user : List.of("anna", "eva", "moa")) {
            if (identity.createUserQuery().userId(user).count() == 0) {
                identity.saveUser(identity.newUser(user));
            }
        }
        for (String group : List.of(SCHOOL, SOCIAL)) {
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
        }
        member("anna", SCHOOL);
        member("eva", SCHOOL);
        member("moa", SOCIAL);
        sip.today("2026-03-03");
        journey.convener();
    }

    private void member(String user, String group) {
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    @Test
    @Clause("BOR-44")
    void onlyTheOneWhoStartedSeesTheCase() throws Exception {
        String child = Children.bornOn("20140505");
        String number = sip.start("sip", with(with(behov(), "idNumber", child), "protection", "CONFIDENTIAL_MARKING"));

        assertThat(candidates(number, "forbered")).containsExactly("anna");
        assertThat(sip.groupsOf(sip.onlyTask(number, "forbered"))).isEmpty();
        web.perform(get("/api/cases?mine")).andExpect(jsonPath("$[*].number", hasItem(number)));
        web.perform(get("/api/cases/" + number)).andExpect(status().isOk());
        web.perform(get("/api/tasks")).andExpect(jsonPath("$[*].caseNumber", hasItem(number)));

        for (String colleague : List.of("eva", "moa")) {
            sip.as(colleague, SCHOOL, SCHOOL + "-chef");
            web.perform(get("/api/cases?mine")).andExpect(jsonPath("$[*].number", not(hasItem(number))));
            web.perform(get("/arenden").principal(() -> colleague))
                    .andExpect(content().string(not(containsString(number))));
            web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
            web.perform(get("/arenden/" + number).principal(() -> colleague)).andExpect(status().isNotFound());
            web.perform(get("/api/tasks")).andExpect(jsonPath("$[*].caseNumber", not(hasItem(number))));
            web.perform(post("/api/cases/search").contentType(MediaType.APPLICATION_JSON)
                    .content("{\"idNumber\": \"" + child + "\"}")).andExpect(jsonPath("$").isEmpty());
            web.perform(post("/api/cases/" + number + "/events").contentType(MediaType.APPLICATION_JSON)
                    .content("{\"kind\": \"LIFE_CHANGED\", \"reason\": \"Flyttat.\"}"))
                    .andExpect(jsonPath("$.faults[*].field", hasItem("caseNumber")));
        }
    }

    @Test
    @Clause("BOR-44")
    void aGuardiansProtectionIsThePersonsAsWell() throws Exception {
        String number = sip.start("sip", with(with(behov(), "idNumber", Children.bornOn("20140506")), "guardians",
                List.of(Map.of("name", "Maria Lindqvist", "protection", "PROTECTED_REGISTRATION"))));

        assertThat(candidates(number, "forbered")).containsExactly("anna");
        sip.as("eva", SCHOOL);
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
        web.perform(get("/api/cases?mine")).andExpect(jsonPath("$[*].number", not(hasItem(number))));
        assertThat(discretion.place(number, "Ängsskolan")).as("in a document or a calendar").isNull();
        assertThat(discretion.party(number, SCHOOL, "Elevhälsan i Borås")).isEqualTo("Skola och elevhälsa");
    }

    @Test
    @Clause("BOR-44")
    void theManagerNamesAnotherWhenTheNamedOneIsAway() throws Exception {
        String number = sip.start("sip", with(with(behov(), "idNumber", Children.bornOn("20140507")), "protection",
                "ASSUMED_IDENTITY"));

        sip.as("cecilia", MANAGERS);
        web.perform(get("/namngivna").principal(() -> "cecilia"))
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(not(containsString("Lindqvist"))));
        web.perform(name(number, "moa", "Anna är sjuk."))
                .andExpect(content().string(containsString("Välj någon som arbetar i enheten.")));
        web.perform(name(number, "eva", "")).andExpect(content().string(containsString("Skriv varför")));
        web.perform(name(number, "eva", "Anna är sjuk.")).andExpect(redirectedUrl("/namngivna?klart"));

        assertThat(candidates(number, "forbered")).containsExactlyInAnyOrder("anna", "eva");
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("READER_NAMED")).singleElement().satisfies(e -> {
            assertThat(e.note()).isEqualTo("eva: Anna är sjuk.");
            assertThat(e.actor()).isEqualTo("cecilia");
        });
        sip.as("eva", SCHOOL);
        web.perform(get("/api/cases/" + number)).andExpect(status().isOk());
        web.perform(get("/api/tasks")).andExpect(jsonPath("$[*].caseNumber", hasItem(number)));

        sip.as("bo", SOCIAL + "-chef");
        web.perform(name(number, "eva", "Jag vill se.")).andExpect(content().string(containsString("inte chef")));
    }

    @Test
    void aTaskOfAUnitWhereNobodyIsNamedWaitsForItsManager() throws Exception {
        String number = sip.start("sip", with(with(behov(), "idNumber", Children.bornOn("20140508")), "protection",
                "CONFIDENTIAL_MARKING"));
        web.perform(post("/arenden/" + number + "/atgard/lamna-over").param("engangs", "p-" + number)
                .param("sett", String.valueOf(Long.MAX_VALUE)).param("toUnit", SOCIAL)
                .param("reason", "Mest kontakt.").principal(() -> "anna"))
                .andExpect(redirectedUrl("/arenden/kvitto/p-" + number));

        Task task = sip.onlyTask(number, "forbered");
        assertThat(candidates(number, "forbered")).isEmpty();
        assertThat(sip.groupsOf(task)).containsExactly(SOCIAL + "-chef");
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());

        sip.as("bo", SOCIAL + "-chef");
        web.perform(get("/api/tasks/" + task.getId())).andExpect(status().isForbidden());
        assertThatThrownBy(() -> sip.fill(task, "forbered", Journey.forbered()))
                .hasStackTraceContaining(FaultyFormException.class.getSimpleName());
        web.perform(post("/namngivna/" + number).param("enhet", SOCIAL).param("handlaggare", "moa")
                .param("skal", "Tar över.").principal(() -> "bo")).andExpect(redirectedUrl("/namngivna?klart"));
        assertThat(candidates(number, "forbered")).containsExactly("moa");
        assertThat(sip.groupsOf(task)).isEmpty();
        sip.as("moa", SOCIAL);
        web.perform(get("/api/tasks/" + task.getId())).andExpect(status().isOk())
                .andExpect(jsonPath("$.case.protection").value("CONFIDENTIAL_MARKING"));
    }

    @Test
    void protectionThatComesLaterClosesTheCaseAndIsNotLoweredByASecondStart() throws Exception {
        String child = Children.bornOn("20140509");
        String number = sip.start("sip", with(behov(), "idNumber", child));
        assertThat(sip.groupsOf(sip.onlyTask(number, "forbered"))).containsExactly(SCHOOL);

        sip.as("eva", SCHOOL);
        web.perform(post("/arenden/" + number + "/skydd").param("person", "PROTECTED_REGISTRATION")
                .principal(() -> "eva")).andExpect(content().string(containsString("Skriv vad uppgiften grundas på.")));
        web.perform(post("/arenden/" + number + "/skydd").param("person", "PROTECTED_REGISTRATION")
                .param("skal", "Besked från vårdnadshavaren.").principal(() -> "eva"))
                .andExpect(redirectedUrl("/arenden/" + number));
        assertThat(candidates(number, "forbered")).containsExactlyInAnyOrder("anna", "eva");
        assertThat(sip.groupsOf(sip.onlyTask(number, "forbered"))).isEmpty();

        sip.as("moa", SOCIAL);
        sip.start("sip", with(with(behov(), "idNumber", child), "startingUnit", SOCIAL));
        assertThat(cases.personOf(cases.byNumber(number)).protection()).isEqualTo(Protection.PROTECTED_REGISTRATION);
    }

    @Test
    @Clause("BOR-44")
    void calledUnitsNameWhoSeesWhatIsDisclosed() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140510"), "CONFIDENTIAL_MARKING");

        Task answer = sip.tasksWith(number, "svar").stream()
                .filter(t -> sip.groupsOf(t).contains(BUP + "-chef")).findFirst().orElseThrow();
        sip.as("bengt", BUP);
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
        web.perform(get("/api/tasks/" + answer.getId())).andExpect(status().isNotFound());
    }

    @Test
    @Clause("BOR-47")
    void theMeetingIsHeldInANeutralPlaceWithTimeForForwardedLetters() throws Exception {
        String number = journey.toDispatch(Children.bornOn("20140511"), "PROTECTED_REGISTRATION");
        sip.today("2026-03-06");
        Task task = sip.onlyTask(number, "kallelse");
        var form = new java.util.LinkedHashMap<>(Journey.kallelse(sip.known(task, "kallelse")));
        form.put("neutralPlace", false);
        form.put("place", "Elevhälsan i Borås, rum 12");
        form.put("meetingDate", "2026-03-10");
        form.put("protectedIdentity", false);

        web.perform(post("/api/tasks/" + task.getId() + "/form/check").contentType(MediaType.APPLICATION_JSON)
                .content(new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(form)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.faults[*].field", hasItem("neutralPlace")))
                .andExpect(jsonPath("$.faults[*].field", hasItem("place")))
                .andExpect(jsonPath("$.faults[*].field", hasItem("meetingDate")));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder name(String number, String user,
            String reason) {
        return post("/namngivna/" + number).param("enhet", SCHOOL).param("handlaggare", user).param("skal", reason)
                .principal(() -> "cecilia");
    }

    private List<String> candidates(String number, String form) {
        var who = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return tasks.getIdentityLinksForTask(sip.onlyTask(number, form).getId()).stream()
                    .map(IdentityLink::getUserId).filter(u -> u != null).distinct().toList();
        } finally {
            identity.setAuthentication(who);
        }
    }
}
