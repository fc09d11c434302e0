package se.sip.casepage;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.DalarnaJourney.BUP;
import static se.sip.testing.DalarnaJourney.SCHOOL;
import static se.sip.testing.DalarnaJourney.SOCIAL;
import static se.sip.testing.DalarnaJourney.allThree;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.SipTest;

/** A dispute is raised from the page of the case, and its convener and both sides read there how it stands. */
@SipTest
class DisputesOnThePageTest {

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    DalarnaJourney dalarna;

    @Test
    @Clause({"BOR-83", "BOR-84"})
    void theLadderStandsOnThePageForThoseWhoAreInIt() throws Exception {
        String number = dalarna.toAnswers(Children.bornOn("20140407"), allThree());
        dalarna.convener();
        page(number, "disa").andExpect(content().string(not(containsString("id=\"tvister\""))));
        MockMvcBuilders.webAppContextSetup(context).build().perform(post("/arenden/" + number + "/atgard/tvist")
                .param("engangs", "t-" + number).param("sett", String.valueOf(Long.MAX_VALUE)).param("unit", BUP)
                .param("reason", "Var ska behandlingen ges?").principal(() -> "disa")).andExpect(status().is3xxRedirection());
        page(number, "disa").andExpect(content().string(allOf(containsString("Var ska behandlingen ges?"),
                containsString("Nu: Närmaste chefer, senast 2026-03-16."))));

        sip.asIn("dalarna", "chefen", SCHOOL + "-chef");
        sip.fill(number, "tvist", Map.of("outcome", "NOT_SOLVED", "why", "Vi har inte mandat.", "deciders",
                List.of(Map.of("who", "Rektor Rut", "mandate", true), Map.of("who", "Chef Bo", "mandate", true))));
        sip.runJobs();
        sip.asIn("dalarna", "bengt", BUP);
        page(number, "bengt").andExpect(content().string(allOf(containsString("Närmaste chefer: Inte löst."),
                containsString("Vi har inte mandat."), containsString("Nu: Linjeorganisationen, steg 1, senast 2026-03-16."))));
        sip.asIn("dalarna", "sofia", SOCIAL);
        page(number, "sofia").andExpect(content().string(not(containsString("Var ska behandlingen ges?"))));
    }

    private ResultActions page(String number, String reader) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).build()
                .perform(get("/arenden/" + number).principal(() -> reader)).andExpect(status().isOk());
    }
}
