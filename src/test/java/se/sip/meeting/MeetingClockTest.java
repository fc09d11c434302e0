package se.sip.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Mötesläge's clock: the same for all who have it open, and written into the meeting's record. */
@SipTest
class MeetingClockTest {

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    HallandJourney halland;
    @Autowired
    Meetings meetings;
    @Autowired
    MeetingClocks clocks;
    private MockMvc web;

    @BeforeEach
    void pages() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @Clause("HAL-93")
    void whenTheMeetingBeganAndPausedGoesIntoItsRecord() throws Exception {
        String number = journey.toMeeting(Children.bornOn("20140521"));
        at("13:04");
        web.perform(get(clock(number))).andExpect(jsonPath("$.begunAt").doesNotExist());
        mark(number, "BEGIN", 0).andExpect(jsonPath("$.begunAt").value("2026-03-19T13:04:00"));
        at("13:05");
        mark(number, "BEGIN", 0).andExpect(jsonPath("$.begunAt").value("2026-03-19T13:04:00"));
        at("14:00");
        mark(number, "BREAK", 300).andExpect(jsonPath("$.breaks[0].fromAt").value("2026-03-19T13:55:00"));
        mark(number, "BREAK", 0).andExpect(jsonPath("$.breaks.length()").value(1));
        at("14:10");
        mark(number, "RESUME", 0).andExpect(jsonPath("$.breaks[0].toAt").value("2026-03-19T14:10:00"));
        mark(number, "RESUME", 0).andExpect(jsonPath("$.breaks.length()").value(1));
        mark(number, "BREAK", -1).andExpect(status().isBadRequest());
        mark(number, null, 0).andExpect(status().isBadRequest());

        at("15:00");
        sip.runJobs();
        journey.convener();
        JsonNode known = sip.known(sip.onlyTask(number, "mote"), "mote");
        assertThat(known.get("startedAt").asText()).startsWith("13:04");
        assertThat(known.get("breakTaken").asBoolean()).isTrue();
        sip.fill(number, "mote", FormContent.with(Journey.mote(known), "startedAt", "13:04"));
        assertThat(clocks.of(meetings.lastHeld(number).orElseThrow().id()).orElseThrow().inWords())
                .isEqualTo("13:55–14:10");
        web.perform(get("/arenden/" + number).principal(() -> "anna"))
                .andExpect(content().string(containsString("13:55–14:10")));
        sip.as("bengt", Journey.BUP);
        web.perform(get(clock(number))).andExpect(status().isNotFound());
    }

    @Test
    @Clause("HAL-93")
    void theCountysTwoHoursStandInTheClockWhereItHasThem() throws Exception {
        String vgr = journey.toMeeting(Children.bornOn("20140522"));
        web.perform(get("/arenden/" + vgr + "/mote").principal(() -> "anna"))
                .andExpect(content().string(not(containsString("data-break-within"))));
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20140523")),
                HallandJourney.need("SCHOOL", true, HallandJourney.SCHOOL),
                HallandJourney.need("CHILD_PSYCHIATRY", true, HallandJourney.BUP));
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-19");
        halland.answerAll(number);
        web.perform(get("/arenden/" + number + "/mote").principal(() -> "hanna"))
                .andExpect(content().string(containsString("data-break-within=\"120\"")))
                .andExpect(content().string(containsString("Ett möte bör vara högst två timmar. (HAL-93)")));
    }

    private void at(String time) {
        sip.at(LocalDate.parse("2026-03-19").atTime(java.time.LocalTime.parse(time)));
    }

    private static String clock(String number) {
        return "/api/cases/" + number + "/meeting/clock";
    }

    private ResultActions mark(String number, String mark, long secondsAgo) throws Exception {
        return web.perform(post(clock(number)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"mark\": " + (mark == null ? null : "\"" + mark + "\"") + ", \"secondsAgo\": " + secondsAgo
                        + "}"));
    }
}
