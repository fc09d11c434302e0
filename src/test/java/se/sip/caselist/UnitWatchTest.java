package se.sip.caselist;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** A manager sees what is late and what has stopped in their units, and not what the cases say. */
@SipTest
class UnitWatchTest {

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    IdentityService identity;
    private MockMvc web;
    private String number;

    @BeforeEach
    void aCaseThatIsLate() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        number = journey.toAnswers(Children.bornOn("20140407"));
        sip.today("2026-04-20");
    }

    @Test
    void lateTasksAndMeetingsStandThereWithoutTheirPerson() throws Exception {
        chef(SCHOOL);
        web.perform(get("/enheter").principal(() -> "chefen")).andExpect(status().isOk())
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(containsString("Elevhälsan i Borås")))
                .andExpect(content().string(not(containsString("Lindqvist"))));
        chef(BUP);
        web.perform(get("/enheter").principal(() -> "chefen"))
                .andExpect(content().string(containsString("Svara på kallelsen")))
                .andExpect(content().string(containsString(number)));
    }

    @Test
    void whoIsOnlyAManagerOpensNoCase() throws Exception {
        chef(SCHOOL);
        web.perform(get("/arenden/" + number).principal(() -> "chefen")).andExpect(status().isNotFound());
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
        web.perform(get("/api/cases/" + number + "/documents")).andExpect(status().isNotFound());
        web.perform(get("/api/cases")).andExpect(jsonPath("$").isEmpty());
        web.perform(get("/arenden").principal(() -> "chefen"))
                .andExpect(content().string(not(containsString("Lindqvist"))));

        sip.as("bada", SCHOOL + "-chef");
        web.perform(get("/api/cases/" + number)).andExpect(status().isOk());
    }

    @Test
    void anotherManagerOrCountySeesNothingOfIt() throws Exception {
        chef("vgr-habilitering-boras");
        web.perform(get("/enheter").principal(() -> "chefen")).andExpect(content().string(not(containsString(number))));
        identity.setAuthentication("chefen", List.of("chef", SCHOOL + "-chef"), List.of("halland"));
        web.perform(get("/enheter").principal(() -> "chefen")).andExpect(content().string(not(containsString(number))));
        identity.setAuthentication("chefen", List.of("chef"), List.of("vgr"));
        web.perform(get("/enheter").principal(() -> "chefen")).andExpect(content().string(not(containsString("SIP-20"))));
        sip.as("anna", SCHOOL);
        web.perform(get("/enheter").principal(() -> "anna")).andExpect(status().isForbidden());
    }

    private void chef(String unit) {
        identity.setAuthentication("chefen", List.of("chef", unit + "-chef"), List.of("vgr"));
    }
}
