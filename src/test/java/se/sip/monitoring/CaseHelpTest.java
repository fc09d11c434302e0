package se.sip.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.server.ResponseStatusException;
import se.sip.Clause;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What an admin sees of one case from Cockpit, and how they get it moving: dates, reminders, another unit. */
@SipTest
class CaseHelpTest {

    private static final String OTHER = "vgr-1490-mottagning";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseHelp help;
    @Autowired
    CaseMoments moments;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    @Autowired
    Disclosures disclosures;
    @Autowired
    UnitRequestRepository requests;
    @Autowired
    RuntimeService runtime;
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
    void anInstanceShowsItsStoryAlsoWhatIsFinishedAndNobodysData() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140811"));
        String instance = instanceOf(number);
        admin("lansadmin", "vgr");
        String seen = web.perform(get("/api/situation/instances/" + instance)).andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(number)).andExpect(jsonPath("$.phase").value("Kalla"))
                .andExpect(jsonPath("$.timeline[?(@.what == 'Förbered mötet med familjen')].open").value(false))
                .andExpect(jsonPath("$.timeline[?(@.what == 'Ärendet öppnat.')]").isNotEmpty())
                .andExpect(jsonPath("$.next.at").isNotEmpty())
                .andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(seen).contains("Väntar på svar från").doesNotContain("Lindqvist").doesNotContain("20140811");
        admin("lansadmin", "halland");
        web.perform(get("/api/situation/instances/" + instance)).andExpect(status().isNotFound());
        act(number, "reminder", "{}").andExpect(status().isNotFound());
        sip.as("anna", SCHOOL);
        web.perform(get("/api/situation/instances/" + instance)).andExpect(status().isForbidden());
        act(number, "reminder", "{}").andExpect(status().isForbidden());
    }

    @Test
    @Clause("VGB-17")
    void aTimerMovesWithAReasonAndTheRecommendedDayStands() {
        String number = journey.toAnswers(Children.bornOn("20140812"));
        LocalDate due = cases.byNumber(number).meetingDue();
        var passed = moments.of(number).stream().filter(m -> "meetingDuePassedAt".equals(m.variable())).findFirst().orElseThrow();
        admin("driftadmin", "vgr");
        assertThatThrownBy(() -> help.moveDate(cases.byNumber(number), passed.kind(), passed.id(), due.plusDays(9), " "))
                .isInstanceOf(ResponseStatusException.class).hasMessageContaining("Skriv varför");
        assertThatThrownBy(() -> help.moveDate(cases.byNumber(number), passed.kind(), passed.id(), sip.today().minusDays(1), "x"))
                .hasMessageContaining("från i dag");
        help.moveDate(cases.byNumber(number), passed.kind(), passed.id(), due.plusDays(9), "Driftstopp hos kommunen.");

        var moved = moments.of(number).stream().filter(m -> m.id().equals(passed.id())).findFirst().orElseThrow();
        assertThat(moved.at().toLocalDate()).isEqualTo(due.plusDays(9));
        assertThat(cases.byNumber(number).meetingDue()).isEqualTo(due);
        assertThat(last(number).kind()).isEqualTo("OPERATOR_DATE_MOVED");
        assertThat(last(number).actor()).isEqualTo("admin");
        assertThat(last(number).note()).contains("Driftstopp hos kommunen.");
        sip.asSystem().goTo(due.plusDays(5).toString());
        assertThat(log.of(number)).noneMatch(e -> e.kind().equals("MEETING_DUE_PASSED"));
        sip.goTo(due.plusDays(10).toString());
        assertThat(log.of(number)).anyMatch(e -> e.kind().equals("MEETING_DUE_PASSED"));
    }

    @Test
    void aTasksLastDayMovesAndAMeetingDoesNot() {
        String number = journey.toAnswers(Children.bornOn("20140813"));
        admin("driftadmin", "vgr");
        var task = moments.of(number).stream().filter(m -> m.kind() == CaseMoments.Kind.TASK).findFirst().orElseThrow();
        help.moveDate(cases.byNumber(number), task.kind(), task.id(), LocalDate.parse("2026-05-04"), "Semester.");
        assertThat(moments.of(number)).filteredOn(m -> m.id().equals(task.id()))
                .allMatch(m -> m.at().toLocalDate().equals(LocalDate.parse("2026-05-04")));
        var meeting = moments.of(number).stream().filter(m -> "meetingAt".equals(m.variable())).findFirst().orElseThrow();
        assertThatThrownBy(() -> help.moveDate(cases.byNumber(number), meeting.kind(), meeting.id(), LocalDate.parse("2026-05-04"), "x"))
                .hasMessageContaining("Flyttas av dem som arbetar med ärendet.");
    }

    @Test
    @Clause("VGU-81")
    void whoeverHasNotAnsweredIsRemindedOnceADayElseWhoeverHasATask() {
        String number = journey.toAnswers(Children.bornOn("20140814"));
        admin("driftadmin", "vgr");
        assertThat(help.remind(cases.byNumber(number))).matches("\\d+ mottagare påminns.");
        assertThat(log.of(number)).anyMatch(e -> e.kind().equals("ANSWER_REMINDED") && e.actor().equals("admin"));
        assertThatThrownBy(() -> help.remind(cases.byNumber(number))).hasMessageContaining("redan påmints i dag");

        String preparation = journey.toPreparation(Children.bornOn("20140815"));
        admin("driftadmin", "vgr");
        help.remind(cases.byNumber(preparation));
        assertThat(notices.of(preparation)).extracting(Notice::kind).containsExactly(NoticeKind.WAITING);
    }

    @Test
    @Clause("VGV-08")
    void aTaskGoesToAUnitThatAGroundCovers() {
        String number = journey.toAnswers(Children.bornOn("20140816"));
        admin("driftadmin", "vgr");
        assertThat(help.covered(cases.byNumber(number))).contains(SCHOOL, BUP, SOCIAL);
        assertThat(help.changeUnit(cases.byNumber(number), BUP, SOCIAL, "BUP har flyttat.")).startsWith("1 uppgift har gått från");
        assertThat(last(number, "OPERATOR_UNIT_CHANGED").note()).contains("BUP har flyttat.");
        assertThat(sip.tasksWith(number, "svar")).noneMatch(t -> sip.groupsOf(t).contains(BUP));
        assertThat(sip.tasksWith(number, "enhetsbyte")).isEmpty();
        assertThatThrownBy(() -> help.changeUnit(cases.byNumber(number), BUP, SOCIAL, "igen"))
                .hasMessageContaining("ingen uppgift");
        assertThatThrownBy(() -> help.changeUnit(cases.byNumber(number), SOCIAL, "halland-bup-halmstad", "fel län"))
                .hasMessageContaining("Välj en enhet i länet");
    }

    @Test
    @Clause("HAL-41")
    void withoutAGroundTheConvenerTakesAStand() {
        String number = journey.toAnswers(Children.bornOn("20140817"));
        admin("driftadmin", "vgr");
        assertThat(help.changeUnit(cases.byNumber(number), BUP, OTHER, "Fel enhet.")).contains("Ingen grund omfattar");
        assertThat(disclosures.covers(number, OTHER)).isFalse();
        assertThat(sip.tasksWith(number, "svar")).anyMatch(t -> sip.groupsOf(t).contains(BUP));
        Task task = sip.onlyTask(number, "enhetsbyte");
        assertThat(sip.groupsOf(task)).containsExactly(SCHOOL);

        journey.convener();
        assertThatThrownBy(() -> sip.fill(task, "enhetsbyte", Map.of("changes", false)))
                .hasStackTraceContaining("Skriv varför.");
        assertThatThrownBy(() -> sip.fill(task, "enhetsbyte", Map.of("changes", true)))
                .hasStackTraceContaining("Skriv vad enheten behövs för.");
        sip.fill(task, "enhetsbyte", Map.of("changes", true, "need", "Känner familjen."));
        sip.runJobs();
        assertThat(requests.findByCaseNumberOrderById(number)).singleElement().matches(r -> r.changes() && r.answeredAt() != null);
        assertThat(sip.tasksWith(number, "utokat_samtycke")).as("the family is asked first").hasSize(1);
        assertThat(disclosures.covers(number, OTHER)).isFalse();
    }

    @Test
    void aNoFromTheConvenerIsKeptAndNothingChanges() {
        String number = journey.toAnswers(Children.bornOn("20140818"));
        admin("driftadmin", "vgr");
        help.changeUnit(cases.byNumber(number), BUP, OTHER, "Fel enhet.");
        journey.convener();
        sip.fill(number, "enhetsbyte", Map.of("changes", false, "answer", "BUP känner barnet."));
        assertThat(last(number).kind()).isEqualTo("UNIT_CHANGE_DECLINED");
        assertThat(sip.tasksWith(number, "svar")).anyMatch(t -> sip.groupsOf(t).contains(BUP));
    }

    private CaseEvent last(String number) {
        var all = log.of(number);
        return all.get(all.size() - 1);
    }

    private CaseEvent last(String number, String kind) {
        return log.of(number).stream().filter(e -> e.kind().equals(kind)).reduce((a, b) -> b).orElseThrow();
    }

    private String instanceOf(String number) {
        sip.asSystem();
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey("sip")
                .singleResult().getId();
    }

    private ResultActions act(String number, String action, String order) throws Exception {
        return web.perform(post("/api/situation/cases/" + number + "/" + action).contentType(MediaType.APPLICATION_JSON)
                .content(order));
    }

    private void admin(String role, String... counties) {
        identity.setAuthentication("admin", List.of(role), List.of(counties));
    }
}
