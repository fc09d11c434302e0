package se.sip.ownfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.meeting.Agenda;
import se.sip.meeting.Meeting.Occasion;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/**
 * The county of {@code src/test/resources/lan/jamtland} asks questions of its own: its files alone declare them, and its
 * table of the agenda reads them.
 */
@SipTest
class OwnFieldsTest {

    private static final String COUNTY = "jamtland";
    private static final String SCHOOL = "jamtland-2380-elevhalsa";
    private static final String TYPED = "Mormor Sara-Elle tolkar";
    private static final Map<String, Object> ANSWERED = Map.of("skolform", "SAMESKOLA", "samiska", true, "samiskaHur",
            TYPED, "restid", 120, "flyttdag", "2026-05-01");

    @Autowired
    CaseDriver sip;
    @Autowired
    OwnAnswers answers;
    @Autowired
    Agenda agenda;
    @Autowired
    ObjectMapper json;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    WebApplicationContext context;

    @Test
    void faultsStandBesideTheFieldsAllAtOnceWithTheProductsOwn() throws Exception {
        String number = started(Map.of());
        MockMvc web = MockMvcBuilders.webAppContextSetup(context).build();
        var wrong = new HashMap<>(here(Journey.forbered()));
        wrong.remove("important");
        wrong.putAll(Map.of("skolform", "FRISKOLA", "samiska", true, "restid", 601, "flyttdag", "1 maj"));
        String faults = web.perform(post("/api/tasks/{id}/form/check", sip.onlyTask(number, "forbered").getId())
                .contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(wrong))).andReturn().getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json.readTree(faults).get("faults").findValuesAsText("field")).contains("important", "skolform",
                "samiskaHur", "restid", "flyttdag");
        assertThat(faults).contains("Välj ett av alternativen.", "Talet ska vara högst 600.",
                "Skriv datumet som åååå-mm-dd").doesNotContain("FRISKOLA", "1 maj");

        assertThatThrownBy(() -> sip.fill(number, "forbered", here(Journey.forbered())))
                .as("the choice is mandatory, what hangs on a yes is not asked").hasMessageContaining("skolform")
                .hasMessageNotContaining("samiskaHur");
        assertThat(answers.of(number)).as("nothing is kept of what was refused").isEmpty();
    }

    @Test
    void answersAreKeptShownSupersededAndReadByTheTable() throws Exception {
        String number = started(Map.of("samiska", false));
        assertThat(answers.of(number)).extracting(OwnAnswer::field, OwnAnswer::shown, OwnAnswer::county)
                .containsExactly(tuple("samiska", "Nej", COUNTY));
        assertThat(agenda.of(number, Occasion.PLANNING)).doesNotContain("Så används sydsamiska på mötet", "Flytten");

        assertThat(sip.known(sip.onlyTask(number, "forbered"), "forbered").get("samiska").asBoolean(true))
                .as("a later form that asks the same opens with the answer").isFalse();
        sip.fill(number, "forbered", here(with(ANSWERED)));
        assertThat(answers.of(number)).extracting(OwnAnswer::field, OwnAnswer::shown).containsExactlyInAnyOrder(
                tuple("skolform", "Sameskola"),
                tuple("samiska", "Ja"),
                tuple("samiskaHur", TYPED),
                tuple("restid", "120"),
                tuple("flyttdag", "2026-05-01"));
        assertThat(answers.superseded(number)).singleElement().extracting(OwnAnswer::shown).isEqualTo("Nej");
        assertThat(agenda.of(number, Occasion.PLANNING)).contains("Så används sydsamiska på mötet",
                "Kan någon delta digitalt?", "Skolgången i sameskolan", "Flytten");

        MockMvc web = MockMvcBuilders.webAppContextSetup(context).build();
        String page = web.perform(get("/arenden/{n}", number)).andReturn().getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("Länets egna frågor", "Vilken skolform går barnet i?", "Sameskola", TYPED,
                "Tidigare svar");
        sip.runJobs();
        for (String table : List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST")) {
            assertThat(jdbc.queryForObject("select count(*) from " + table + " where TEXT_ = ? or NAME_ in"
                    + " ('skolform', 'samiska', 'samiskaHur', 'restid', 'flyttdag')", Integer.class, TYPED))
                    .as("nothing of it is in %s", table).isZero();
        }
    }

    @Test
    void whereItIsNotAnsweredTheTableAnswersAsForNobody() {
        String number = started(Map.of());
        sip.fill(number, "forbered", here(with(Map.of("skolform", "GRUNDSKOLA"))));
        assertThat(agenda.of(number, Occasion.PLANNING)).contains("Frågorna i kallelsen")
                .doesNotContain("Så används sydsamiska på mötet", "Kan någon delta digitalt?", "Skolgången i sameskolan",
                        "Flytten");
    }

    @Test
    void theFormsSchemaNamesTheCountysOwnQuestions() throws Exception {
        sip.asIn(COUNTY, "jonna", SCHOOL);
        var schema = json.readTree(MockMvcBuilders.webAppContextSetup(context).build().perform(get("/api/forms/forbered/schema"))
                .andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(schema.at("/properties/skolform/enum")).extracting(c -> c.asText()).contains("GRUNDSKOLA", "SAMESKOLA");
        assertThat(schema.at("/properties/restid/maximum").asInt()).isEqualTo(600);
        assertThat(schema.at("/properties/flyttdag/format").asText()).isEqualTo("date");
        assertThat(schema.get("required")).extracting(c -> c.asText()).contains("skolform", "important")
                .doesNotContain("samiskaHur");
    }

    private String started(Map<String, Object> own) {
        sip.today("2026-03-03").asIn(COUNTY, "jonna", SCHOOL);
        var form = new HashMap<>(here(FormContent.with(FormContent.behov(), "idNumber",
                Children.bornOn("20130214"))));
        form.putAll(own);
        String number = sip.start("sip", form);
        sip.today("2026-03-04");
        return number;
    }

    private static Map<String, Object> with(Map<String, Object> own) {
        var form = new HashMap<>(Journey.forbered());
        form.putAll(own);
        return form;
    }

    /** The content of a form with this county's units and municipality. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> here(Map<String, Object> form) {
        try {
            return json.readValue(json.writeValueAsString(form).replace(Journey.SCHOOL, SCHOOL)
                    .replace(Journey.SOCIAL, "jamtland-2380-socialtjanst").replace(Journey.BUP, "jamtland-bup")
                    .replace("\"1490\"", "\"2380\""), Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
