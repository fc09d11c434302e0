package se.sip.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;

import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.casefile.CaseLog;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Nödåtkomst: one's own principal, a written reason, told to the manager, marked in the log, over after twelve hours. */
@SipTest
class EmergencyAccessTest {

    private static final String HOME_CARE = "vgr-1490-hemtjanst";
    private static final String WHY = "Barnet är försvunnet och kan vara skadat.";

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseLog story;
    @Autowired
    IdentityService identity;
    @Autowired
    JdbcTemplate jdbc;
    private MockMvc web;
    private String child;
    private String number;

    @BeforeEach
    void aCaseOfTheSchool() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        child = Children.bornOn("20140409");
        number = journey.toAnswers(child);
        sip.at(LocalDateTime.parse("2026-03-06T22:00"));
    }

    @Test
    @Clause("PDL 4:3")
    void sameMunicipalityOpensForTwelveHoursAndTheManagerIsTold() throws Exception {
        sip.as("hanna", HOME_CARE);
        web.perform(get("/arenden/" + number).principal(() -> "hanna")).andExpect(status().isNotFound());
        take(child, WHY).andExpect(redirectedUrl("/arenden/" + number));
        web.perform(get("/arenden/" + number).principal(() -> "hanna")).andExpect(status().isOk());
        web.perform(get("/api/cases/" + number + "/documents")).andExpect(status().isOk());

        assertThat(jdbc.queryForList("select subject from sip.audit_entry where chain = ? and actor = 'hanna'"
                + " and occasion = 'EMERGENCY' and action = 'READ' and reason = ?", String.class, number, WHY))
                .containsExactly("CASE", "DOCUMENTS");
        assertThat(story.of(number)).extracting(e -> e.kind()).contains("EMERGENCY_ACCESS", "NOTICE_EMERGENCY_ACCESS");
        identity.setAuthentication("chefen", List.of("chef", SCHOOL + "-chef"), List.of("vgr"));
        web.perform(get("/enheter").principal(() -> "chefen"))
                .andExpect(content().string(containsString("Någon har tagit nödåtkomst")))
                .andExpect(content().string(containsString(WHY))).andExpect(content().string(containsString("hanna")));

        sip.at(LocalDateTime.parse("2026-03-07T10:01")).as("hanna", HOME_CARE);
        web.perform(get("/arenden/" + number).principal(() -> "hanna")).andExpect(status().isNotFound());
    }

    @Test
    void anEmergencyReaderChangesNothing() throws Exception {
        sip.as("hanna", HOME_CARE);
        take(number, WHY);
        web.perform(get("/arenden/" + number).principal(() -> "hanna"))
                .andExpect(content().string(not(containsString("Lämna över"))));
        web.perform(get("/arenden/" + number + "/skydd").principal(() -> "hanna")).andExpect(status().isNotFound());
        web.perform(get("/api/cases/" + number + "/meeting")).andExpect(status().isNotFound());
    }

    @Test
    void anotherPrincipalCountyRoleOrAProtectedIdentityIsNotOpened() throws Exception {
        String refused = "Inget pågående ärende inom er huvudman";
        sip.as("harald", "vgr-habilitering-boras");
        take(number, WHY).andExpect(content().string(containsString(refused)));
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
        sip.asIn("halland", "hakan", "halland-1380-socialtjanst");
        take(number, WHY).andExpect(content().string(containsString(refused)));
        sip.as("hanna", HOME_CARE);
        take("20140101-0000", WHY).andExpect(content().string(containsString(refused)));

        String hidden = journey.toPreparation(Children.bornOn("20140408"), "CONFIDENTIAL_MARKING");
        sip.as("hanna", HOME_CARE);
        take(hidden, WHY).andExpect(content().string(containsString(refused)));
        web.perform(get("/api/cases/" + hidden)).andExpect(status().isNotFound());
        assertThat(jdbc.queryForList("select action from sip.audit_entry where chain = ? and reason = ?", String.class,
                hidden, WHY)).containsExactly("REFUSED");

        identity.setAuthentication("chefen", List.of("chef", SCHOOL + "-chef"), List.of("vgr"));
        take(number, WHY).andExpect(status().isForbidden());
    }

    @Test
    void withoutAReasonNothingIsOpened() throws Exception {
        sip.as("hanna", HOME_CARE);
        take(number, "Bråttom.").andExpect(content().string(containsString("minst 20 tecken")));
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
        sip.as("bengt", BUP);
        take(number, WHY).andExpect(redirectedUrl("/arenden/" + number));
        assertThat(story.of(number)).extracting(e -> e.kind()).as("who may read takes none")
                .doesNotContain("EMERGENCY_ACCESS");
    }

    private org.springframework.test.web.servlet.ResultActions take(String what, String why) throws Exception {
        return web.perform(post("/nodatkomst").param("arende", what).param("skal", why).principal(() -> "x"));
    }
}
