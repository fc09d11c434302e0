package se.sip.discharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.FormContent.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/** Messages of discharge over HTTP: once by their id, all faults at once, refused where the county has it otherwise. */
@SipTest
class DischargeApiTest {

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Stay stay;
    @Autowired
    CaseFiles cases;
    @Autowired
    ObjectMapper json;
    private MockMvc web;
    private final String person = Children.bornOn("19441130");

    @BeforeEach
    void aWardIsLoggedIn() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        sip.at(LocalDateTime.parse("2026-03-28T16:00"));
        stay.ward();
    }

    @Test
    @Clause("VGU-33")
    void theSameMessageTwiceIsOneCaseAndOtherContentUnderItsIdIsAConflict() throws Exception {
        var body = with(Stay.inskrivning(person), "messageId", id());
        String first = send("admission", body).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString();
        sip.at(LocalDateTime.parse("2026-03-28T17:00"));
        String second = send("admission", body).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString();
        assertThat(second).isEqualTo(first);
        assertThat(cases.of("vgr", person)).hasSize(1);
        send("admission", with(body, "givenName", "Greta")).andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("messageId")));
        send("ready", body).andExpect(status().isConflict());
    }

    @Test
    @Clause("VGU-99")
    void readyForDischargeAnswersWithTheLastDayOfTheCall() throws Exception {
        String number = admitted();
        sip.at(LocalDateTime.parse("2026-04-02T15:00"));
        var ready = new LinkedHashMap<String, Object>(Stay.checked());
        ready.put("messageId", id());
        ready.put("caseNumber", number);
        ready.put("on", "2026-04-02");
        ready.put("at", "13:20");
        send("ready", ready).andExpect(status().isOk()).andExpect(jsonPath("$.callDue").value("2026-04-05"));
        send("ready", with(ready, "messageId", id())).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("kind"));
        send("ready-withdrawn", Map.of("messageId", id(), "caseNumber", number, "reason", "Feber"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.callDue").doesNotExist());
    }

    @Test
    void everyFaultComesAtOnceInSwedishAndNothingIsLeft() throws Exception {
        var bad = new LinkedHashMap<String, Object>();
        bad.put("messageId", id());
        bad.put("idNumber", "19441130-0000");
        bad.put("givenName", "<script>alert(1)</script>".repeat(50));
        bad.put("admittedOn", "2999-01-01");
        bad.put("sendNow", "kanske");
        bad.put("okant", "x");
        send("admission", bad).andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.faults[*].field", hasItems("idNumber", "givenName", "admittedOn", "sendNow",
                        "wardUnit", "familyName")));
        send("admission", with(bad, "messageId", null)).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("messageId"));
        send("ready", Map.of("messageId", id(), "caseNumber", "SIP-2026-999999")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].message", containsString("LUS 2:1")));
        web.perform(post("/api/discharge/ready").contentType(MediaType.APPLICATION_JSON).content("[1]"))
                .andExpect(status().isBadRequest());
        // The id of a refused message is free: it can be sent again, corrected.
        send("admission", with(Stay.inskrivning(person), "messageId", bad.get("messageId")))
                .andExpect(status().isOk());
    }

    @Test
    @Clause("HAL-02")
    void inHallandDischargeIsRefusedWithTheClauseOverTheApiAndInTheFormOfNeed() throws Exception {
        sip.asIn("halland", "hallands", "halland-1380-socialtjanst");
        for (String path : List.of("admission", "ready", "transfer", "cancelled")) {
            send(path, with(Stay.inskrivning(person), "messageId", id())).andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.faults[0].message", containsString("HAL-02")));
        }
        assertThat(cases.of("halland", person)).isEmpty();
        var need = with(with(FormContent.behov(), "inpatient", true), "startingUnit", "halland-1380-socialtjanst");
        web.perform(post("/api/processes/sip/form/check").contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(need))).andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[?(@.field == 'inpatient')].message",
                        org.hamcrest.Matchers.hasItem(containsString("HAL-02"))));
    }

    @Test
    void theDescriptionOfTheApiNamesEveryMessage() throws Exception {
        String description = web.perform(get("/api/openapi")).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(description).contains("/api/discharge/admission", "/api/discharge/ready", "/api/discharge/transfer",
                "Inskrivningsmeddelande (LUS 2:1–2:3)");
    }

    private String admitted() throws Exception {
        return json.readTree(send("admission", with(Stay.inskrivning(person), "messageId", id())).andReturn()
                .getResponse().getContentAsString()).get("caseNumber").asText();
    }

    private ResultActions send(String path, Map<String, ?> body) throws Exception {
        return web.perform(post("/api/discharge/" + path).contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
