package se.sip.meeting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What stands before whoever holds the meeting and writes the plan: the call, and where the plan is written. */
@SipTest
class MeetingStartsFromTheCallTest {

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;

    @Test
    @Clause({"VGU-114", "VGU-118", "VGU-135"})
    void purposeGoalAndQuestionsOfTheCallOpenTheMeetingAndThePlanIsWrittenInTheItServiceFirst() throws Exception {
        String number = journey.toMeeting(Children.bornOn("20141212"));
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        journey.convener();
        opened(number, "mote").andExpect(jsonPath("$.choices.purpose").value("Samordna stödet kring Alvas skolgång."))
                .andExpect(jsonPath("$.choices.longTermGoal").value("Alva går till skolan varje dag."))
                .andExpect(jsonPath("$.choices.questions", hasItem("Hur kommer Alva tillbaka till skolan?")));
        sip.fill(number, "mote", Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote")));
        opened(number, "plan").andExpect(jsonPath("$.choices.channel").value("IT-tjänsten för SIP (SAMSA)"))
                .andExpect(jsonPath("$.choices.responsibleRule").value(
                        containsString("behöver inte vara den som kallade")));
    }

    private ResultActions opened(String number, String form) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).build()
                .perform(get("/api/tasks/" + sip.onlyTask(number, form).getId()));
    }
}
