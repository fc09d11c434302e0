package se.sip.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.SCHOOL;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.casefile.CaseLog;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What is stuck and why, in numbers and in a list that agrees with them, for those who run the system. */
@SipTest
class SituationTest {

    private static final Set<String> VGR = Set.of("vgr");

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Situation situation;
    @Autowired
    StuckCases stuck;
    @Autowired
    FailedJobs failed;
    @Autowired
    CaseLog log;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    ManagementService management;
    @Autowired
    IdentityService identity;
    @Autowired
    WebApplicationContext context;
    private MockMvc web;

    @BeforeEach
    void web() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void aCaseCountsByWhatItWaitsForAndSaysItAsStaffWould() {
        String consent = journey.toConsent(Children.bornOn("20140801"));
        String answers = journey.toAnswers(Children.bornOn("20140802"));
        String meeting = journey.toMeeting(Children.bornOn("20140803"));
        String followUp = journey.toFollowUp(Children.bornOn("20140804"));

        assertThat(row(SituationGroup.CONSENT, consent).why()).startsWith("Väntar på samtycke");
        assertThat(row(SituationGroup.ANSWER, answers).why()).startsWith("Väntar på svar från ");
        assertThat(row(SituationGroup.MEETING, meeting).why()).startsWith("Väntar på mötet 2026-");
        assertThat(row(SituationGroup.FOLLOW_UP, followUp).why()).startsWith("Väntar på uppföljningen 20");
        String preparation = journey.toPreparation(Children.bornOn("20140805"));
        assertThat(row(SituationGroup.STEP, preparation).why())
                .startsWith("Väntar på att Elevhälsan i Borås gör ”");
        everyNumberOpensAListOfThatLength();
    }

    @Test
    void datesThatPassAreSaidWithTheirDays() {
        String number = journey.toAnswers(Children.bornOn("20140806"));
        sip.today("2026-04-20");
        StuckCases.Row row = row(SituationGroup.PAST_DATE, number);
        assertThat(row.faults()).anyMatch(f -> f.matches("Mötet skulle ha hållits senast 2026-\\d\\d-\\d\\d, för \\d+ dagar sedan"))
                .anyMatch(f -> f.startsWith("Svaret skulle ha kommit senast "));
        assertThat(row.why()).matches("Väntar på svar från .* i \\d+ dagar");
        assertThat(row(SituationGroup.STILL, number).convener()).isEqualTo("Elevhälsan i Borås");
        assertThat(row.instanceId()).isNotNull();
        everyNumberOpensAListOfThatLength();
    }

    @Test
    void whatHasStoppedStandsFirstAndRunsAgainByKindAndMessage() {
        String late = journey.toAnswers(Children.bornOn("20140807"));
        String stopped = journey.toAnswers(Children.bornOn("20140808"));
        String job = fail(stopped, "Case " + stopped + " is convened by a closed unit.");
        sip.today("2026-06-01");
        var page = stuck.list(VGR, SituationGroup.PAST_DATE, 14, 0);
        List<String> order = page.rows().stream().map(StuckCases.Row::number).toList();
        assertThat(order.indexOf(stopped)).isLessThan(order.indexOf(late)).isNotNegative();
        assertThat(row(SituationGroup.INCIDENTS, stopped).faults()).anyMatch(f -> f.startsWith("Har stannat i ett tekniskt fel"));

        FailedJobs.Group group = failed.groups(VGR).stream().filter(g -> g.message().contains("closed unit"))
                .findFirst().orElseThrow();
        assertThat(group.message()).isEqualTo("Case SIP-… is convened by a closed unit.");
        assertThat(failed.retry("vgr", group.kind(), "something else").retried()).isZero();
        assertThat(failed.retry("halland", group.kind(), "").retried()).isZero();
        assertThat(failed.retry("vgr", "leverans/annat", "closed unit").retried()).isZero();
        assertThat(failed.retry("vgr", group.kind(), "CLOSED unit")).isEqualTo(new FailedJobs.Retried(1, 0));
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(1);
        assertThat(log.of(stopped)).last().matches(e -> e.kind().equals("OPERATOR_RETRIED"));
        assertThat(stuck.one(VGR, stopped)).get().matches(r -> r.faults().stream()
                .noneMatch(f -> f.startsWith("Har stannat")));
    }

    @Test
    void whatDidNotGetThroughAndTimersThatDidNotRunAreSeen() {
        String number = journey.toAnswers(Children.bornOn("20140809"));
        jdbc.update("update sip.delivery set status = 'FAILED' where id = (select min(id) from sip.delivery where case_number = ?)",
                number);
        sip.today("2026-04-20");
        assertThat(row(SituationGroup.UNSENT, number).faults()).anyMatch(f -> f.startsWith("Ett utskick har inte gått fram"));
        assertThat(row(SituationGroup.LATE_TIMERS, number).faults())
                .anyMatch(f -> f.startsWith("Något som skulle ske av sig självt har inte skett"));
    }

    @Test
    void eachAdminSeesTheirOwnCountiesAndNobodyElseSeesAny() throws Exception {
        journey.toAnswers(Children.bornOn("20140810"));
        admin("lansadmin", "halland");
        web.perform(get("/api/situation")).andExpect(status().isOk())
                .andExpect(jsonPath("$.counties.length()").value(1))
                .andExpect(jsonPath("$.counties[0].name").value("Halland"));
        web.perform(get("/api/situation/cases").param("county", "vgr")).andExpect(status().isNotFound());
        web.perform(post("/api/situation/failures/retry").contentType(MediaType.APPLICATION_JSON)
                .content("{\"county\":\"vgr\"}")).andExpect(status().isNotFound());
        admin("driftadmin", "vgr", "halland");
        web.perform(get("/api/situation")).andExpect(jsonPath("$.counties.length()").value(2));
        web.perform(get("/api/situation/cases")).andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[0].why").isNotEmpty());
        sip.as("anna", SCHOOL);
        web.perform(get("/api/situation")).andExpect(status().isForbidden());
        web.perform(get("/api/situation/failures")).andExpect(status().isForbidden());
    }

    private void everyNumberOpensAListOfThatLength() {
        Situation.CountySituation county = situation.of(VGR, 14).get(0);
        Arrays.stream(SituationGroup.values()).forEach(group -> assertThat(stuck.list(VGR, group, 14, 0).total())
                .as(group.name()).isEqualTo(county.of(group)));
        assertThat(county.of(SituationGroup.CONSENT) + county.of(SituationGroup.ANSWER) + county.of(SituationGroup.MEETING)
                + county.of(SituationGroup.FOLLOW_UP) + county.of(SituationGroup.STEP)).as("each waits for one thing")
                .isEqualTo(county.of(SituationGroup.OPEN));
    }

    private StuckCases.Row row(SituationGroup group, String number) {
        for (int page = 0;; page++) {
            StuckCases.Page list = stuck.list(VGR, group, 14, page);
            var found = list.rows().stream().filter(r -> r.number().equals(number)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(list.rows()).as("%s in the list %s", number, group).isNotEmpty();
        }
    }

    private String fail(String number, String message) {
        sip.asSystem();
        String job = management.createJobQuery().list().stream().filter(j -> j.getProcessInstanceId() != null
                && number.equals(jdbc.queryForObject("select business_key_ from act_ru_execution where id_ = ?",
                        String.class, j.getProcessInstanceId()))).findFirst().orElseThrow().getId();
        management.setJobRetries(job, 0);
        jdbc.update("update act_ru_job set exception_msg_ = ? where id_ = ?", message, job);
        return job;
    }

    private void admin(String role, String... counties) {
        identity.setAuthentication("admin", List.of(role), List.of(counties));
    }
}
