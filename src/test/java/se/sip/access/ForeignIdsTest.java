package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.correspondence.document.Documents;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Ids of cases, tasks, documents and drafts open nothing by themselves, and a text is a text wherever it is shown. */
@SipTest
class ForeignIdsTest {

    private static final String SCRIPT = "<script>alert('x')</script>";

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Documents documents;
    @Autowired
    IdentityService identity;
    private MockMvc web;

    @BeforeEach
    void pages() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /** Whoever is not in the case: another unit, the same role in another county, a former member, other roles. */
    @Test
    void nobodyOutsideTheCaseGetsAnythingByItsIds() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140410"));
        sip.deliver(number);
        String task = sip.tasksWith(number, "svar").get(0).getId();
        long document = documents.of(number).get(0).id();
        List<Runnable> strangers = List.of(
                () -> sip.as("hanna", "vgr-habilitering-boras"),
                () -> sip.asIn("halland", "hakan", "halland-1380-elevhalsa", SCHOOL),
                () -> identity.setAuthentication("anna", List.of(), List.of("vgr")),
                () -> identity.setAuthentication("anna", List.of("handlaggare"), List.of()),
                () -> identity.setAuthentication("c", List.of("chef", SCHOOL + "-chef"), List.of("vgr")),
                () -> identity.setAuthentication("g", List.of("granskare"), List.of("vgr")),
                () -> identity.setAuthentication("p", List.of("processagare"), List.of("vgr")),
                () -> identity.setAuthentication("s", List.of("statistiklasare"), List.of("vgr")),
                () -> identity.setAuthentication("i", List.of("integration"), List.of("vgr")),
                () -> identity.setAuthentication("l", List.of("lansadmin"), List.of("vgr")));
        for (Runnable stranger : strangers) {
            stranger.run();
            for (String path : List.of("/arenden/" + number, "/arenden/" + number + "/mote",
                    "/arenden/" + number + "/diagram", "/arenden/" + number + "/skydd",
                    "/arenden/" + number + "/uppgift/" + task, "/arenden/" + number + "/atgard/lamna-over",
                    "/api/cases/" + number, "/api/cases/" + number + "/documents",
                    "/api/cases/" + number + "/documents/" + document, "/api/cases/" + number
                            + "/documents/preview/AGENDA", "/api/cases/" + number + "/meeting", "/api/tasks/" + task)) {
                assertThat(statusOf(get(path))).as(stranger + " " + path).isIn(403, 404);
            }
            for (MockHttpServletRequestBuilder change : List.of(post("/api/tasks/" + task + "/claim"),
                    post("/api/tasks/" + task + "/form"), post("/api/tasks/" + task + "/form/check"),
                    put("/api/tasks/" + task + "/draft"), post("/api/tasks/" + task + "/form/sheets"),
                    post("/api/tasks/" + task + "/form/sheets/0"), put("/api/cases/" + number + "/meeting/draft"),
                    post("/api/cases/" + number + "/meeting/check"))) {
                assertThat(statusOf(change.contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answer\": \"PARTICIPATES\"}"))).isIn(403, 404);
            }
        }
        assertThat(sip.tasksWith(number, "svar")).extracting(t -> t.getId()).contains(task);
    }

    @Test
    void anotherCasesDocumentIsNotReachedThroughOnesOwn() throws Exception {
        String own = journey.toAnswers(Children.bornOn("20140411"));
        String other = journey.toAnswers(Children.bornOn("20140412"));
        sip.deliver(other);
        long document = documents.of(other).get(0).id();
        journey.convener();
        assertThat(statusOf(get("/api/cases/" + own + "/documents/" + document))).isEqualTo(404);
    }

    @Test
    void aScriptInANameIsShownAsText() throws Exception {
        sip.today("2026-03-03");
        journey.convener();
        String number = sip.start("sip", with(with(with(with(behov(), "idNumber", Children.bornOn("20140413")),
                "givenName", SCRIPT), "needDescription", SCRIPT + "{{7*7}}"), "guardians", List.of(Map.of("name",
                SCRIPT), Map.of("name", "Per Lindqvist"))));
        for (String page : List.of("/arenden", "/arenden/" + number, "/arenden/" + number + "/atgard/lamna-over")) {
            web.perform(get(page).principal(() -> "anna")).andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))));
        }
        web.perform(post("/arenden/sok").param("personnummer", "script").principal(() -> "anna"))
                .andExpect(content().string(not(containsString("<script>alert"))));
        web.perform(get("/api/tasks/" + sip.onlyTask(number, "forbered").getId()))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON));
        web.perform(get("/api/cases/" + number + "/documents/preview/INFORMATION"))
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
    }

    private int statusOf(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.principal(() -> "x")).andReturn().getResponse().getStatus();
    }
}
