package se.sip.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;
import static se.sip.testing.Journey.intervention;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.engine.CaseProcesses;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.plan.Intervention;
import se.sip.plan.KvaCode;
import se.sip.plan.KvaCodes;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.testing.CaseDriver;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** The fifth and sixth phase on the deployed county: from the meeting to the plan, followed up again and again. */
@SipTest
class PlanAndFollowUpTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Meetings meetings;
    @Autowired
    Plans plans;
    @Autowired
    KvaCodes codes;
    @Autowired
    FollowUps followUps;
    @Autowired
    Disclosures disclosures;
    @Autowired
    CaseProcesses processes;
    @Autowired
    Notices notices;

    @Test
    @Clause({"VGU-138", "VGU-147", "VGU-122", "VGV-19", "VGV-20"})
    void aPlanIsFinalWithoutSignatureAndCodedOnce() {
        String number = journey.toFollowUp(person("20150401-238"));

        assertThat(plans.current(number)).get().satisfies(plan -> {
            assertThat(plan.versionNo()).isEqualTo(1);
            assertThat(plan.status()).isEqualTo(PlanVersion.Status.CURRENT);
            assertThat(plan.followUpCallOn()).isEqualTo(plan.followUpOn().minusDays(21));
        });
        assertThat(codes.of(number)).extracting(KvaCode::code).containsExactly("AU124");
        assertThat(meetings.lastHeld(number)).get().extracting(Meeting::occasion)
                .isEqualTo(Meeting.Occasion.PLANNING);
        assertThat(cases.byNumber(number).phase()).isEqualTo(CasePhase.FOLLOW_UP);
        assertThat(disclosures.of(number)).filteredOn(d -> d.what().equals("PLAN"))
                .extracting(Disclosure::unitId).containsExactlyInAnyOrder(SOCIAL, BUP);
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("DOCUMENT_IN_OWN_SYSTEM"))
                .extracting(CaseEvent::note).filteredOn(note -> note.contains("VGU-122")).hasSize(3);
        assertThat(sip.open(number)).containsExactly("rapport", "rapport");
    }

    @Test
    @Clause("VGU-124")
    void anAbsentOwnerTakesAStandItself() {
        String number = journey.toMeeting(person("20150402-238"));
        onTheMeetingDay();
        var mote = new HashMap<>(Journey.mote(known(number, "mote")));
        mote.put("attendance", presence(known(number, "mote"), BUP));
        sip.fill(number, "mote", mote);
        JsonNode plan = known(number, "plan");
        var refused = with(Journey.plan(plan), "interventions", List.of(intervention("Samtal", BUP, true)));
        assertThatThrownBy(() -> sip.fill(number, "plan", refused)).hasMessageContaining("interventions[0].confirmed");
        sip.fill(number, "plan", with(Journey.plan(plan), "interventions",
                List.of(intervention("Samtal", BUP, false), intervention("Utredning", BUP, false))));
        sip.runJobs();

        List<Task> stands = sip.tasksWith(number, "bekrafta");
        assertThat(stands).hasSize(2);
        var yes = Map.of("confirms", true, "answeredBy", "Bo Berg", "mandate", true);
        journey.convener();
        assertThatThrownBy(() -> sip.fill(stands.get(0), "bekrafta", yes)).isInstanceOf(RuntimeException.class);
        sip.as("bo", BUP);
        sip.fill(stands.get(0), "bekrafta", yes);
        sip.fill(stands.get(1), "bekrafta", Map.of("confirms", false, "answeredBy", "Bo Berg", "declineWhy",
                "Ingen plats i höst"));
        sip.runJobs();

        assertThat(sip.open(number)).containsExactly("rapport");
        assertThat(plans.interventionsOf(plans.current(number).orElseThrow()))
                .extracting(Intervention::confirmation)
                .containsExactly(Intervention.Confirmation.CONFIRMED, Intervention.Confirmation.DECLINED);
        assertThat(kinds(number)).contains("INTERVENTION_FAILURE_TOLD");
    }

    @Test
    @Clause({"VGU-136", "VGU-145"})
    void eachOwnerReportsAndFailureIsToldToAll() {
        String number = journey.toFollowUp(person("20150403-238"));

        List<Task> reports = sip.tasksWith(number, "rapport");
        sip.as("kollega", SCHOOL, BUP);
        sip.fill(reports.get(0), "rapport", Map.of("outcome", "DONE", "reportedBy", "Kim Ek"));
        sip.fill(reports.get(1), "rapport",
                Map.of("outcome", "FAILED", "reportedBy", "Kim Ek", "note", "Familjen flyttade skola"));
        sip.runJobs();

        assertThat(kinds(number)).contains("INTERVENTION_DONE", "INTERVENTION_FAILED", "INTERVENTION_FAILURE_TOLD");
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.INTERVENTION_FAILED)
                .extracting(Notice::recipient).contains(Addressee.unit(SCHOOL), Addressee.unit(SOCIAL),
                        Addressee.unit(BUP), Addressee.person()).hasSize(6);
        assertThat(sip.open(number)).isEmpty();
        assertThat(sip.isRunning(number)).as("the follow-up is awaited").isTrue();
    }

    @Test
    @Clause({"VGU-136", "VGU-149", "VGU-151", "VGU-152", "VGU-155"})
    void whileTheNeedRemainsThePlanIsRevisedAgainAndAgain() {
        String number = journey.toFollowUp(person("20150404-238"));

        callAndHold(number, "2026-06-24", true, true, "UNCHANGED");
        revise(number, "2026-09-23");
        callAndHold(number, "2026-09-23", true, true, "REVISE");
        revise(number, "2026-12-16");

        assertThat(plans.versions(number)).extracting(PlanVersion::status).containsExactly(
                PlanVersion.Status.SUPERSEDED, PlanVersion.Status.SUPERSEDED, PlanVersion.Status.CURRENT);
        assertThat(plans.current(number)).get().extracting(PlanVersion::versionNo).isEqualTo(3);
        assertThat(codes.of(number)).extracting(KvaCode::code).containsExactly("AU124", "AW010", "AW010");

        callAndHold(number, "2026-12-16", true, false, "UNCHANGED");
        assertThat(followUps.latest(number)).get().extracting(FollowUp::outcome).isEqualTo(FollowUp.Outcome.CLOSE);
        assertThat(codes.of(number)).extracting(KvaCode::code).containsExactly("AU124", "AW010", "AW010", "AW010");
        assertThat(sip.open(number)).doesNotContain("rapport", "plan", "kalla_uppfoljning", "uppfoljning");
    }

    @Test
    @Clause("VGU-124")
    void aRevisionKeepsTheYesOfWhatIsUnchanged() {
        String number = journey.toFollowUp(person("20150405-238"));
        callAndHold(number, "2026-06-24", true, true, "UNCHANGED", BUP);
        revise(number, "2026-09-23");

        assertThat(plans.interventionsOf(plans.current(number).orElseThrow())).allSatisfy(i -> {
            assertThat(i.confirmation()).isEqualTo(Intervention.Confirmation.CONFIRMED);
            assertThat(i.carriedFrom()).isNotNull();
        });
        assertThat(sip.open(number)).containsExactly("rapport", "rapport");
    }

    @Test
    @Clause({"VGU-153", "VGU-154"})
    void aMarkedlyChangedGoalMayRestart() {
        String number = journey.toFollowUp(person("20150406-238"));

        callAndHold(number, "2026-06-24", true, true, "RESTART");

        assertThat(followUps.latest(number)).get().extracting(FollowUp::outcome).isEqualTo(FollowUp.Outcome.RESTART);
        assertThat(sip.open(number)).doesNotContain("plan", "kalla_uppfoljning");
    }

    @Test
    @Clause({"VGU-139", "VGU-152"})
    void aNoToTheRevisedPlanEndsTheCase() {
        String number = journey.toFollowUp(person("20150407-238"));
        callAndHold(number, "2026-06-24", true, true, "UNCHANGED");

        sip.as("anna", SCHOOL);
        sip.fill(number, "plan", Map.of("familyAgrees", false, "refusalNote", "Vill inte fortsätta"));

        assertThat(plans.versions(number)).hasSize(1);
        assertThat(sip.open(number)).doesNotContain("plan");
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
    }

    @Test
    @Clause("VGU-141")
    void whenLifeChangesTheFollowUpIsCalledEarly() {
        String number = journey.toFollowUp(person("20150408-238"));
        sip.goTo("2026-04-20");
        assertThat(sip.open(number)).doesNotContain("kalla_uppfoljning");

        sip.asSystem();
        assertThat(followUps.callEarly(number, "Alva har flyttat till familjehem", "Socialtjänsten")).isTrue();
        sip.runJobs();

        assertThat(sip.open(number)).contains("kalla_uppfoljning");
        sip.as("anna", SCHOOL);
        sip.fill(number, "kalla_uppfoljning", call("2026-04-27"));
        assertThat(sip.open(number)).contains("uppfoljning");
    }

    @Test
    @Clause({"VGU-149", "VGU-150"})
    void aFollowUpThatWasNotHeldIsCalledAnew() {
        String number = journey.toFollowUp(person("20150409-238"));
        sip.goTo("2026-06-03").as("anna", SCHOOL);
        var otherDay = with(call("2026-06-25"), "changedWhy", null);
        assertThatThrownBy(() -> sip.fill(number, "kalla_uppfoljning", otherDay)).hasMessageContaining("changedWhy");
        sip.fill(number, "kalla_uppfoljning", with(call("2026-06-25"), "changedWhy", "Familjen kan inte"));
        sip.goTo("2026-06-25").as("anna", SCHOOL);
        sip.fill(number, "uppfoljning", Map.of("tookPlace", false, "notHeldWhy", "Flera var sjuka"));

        assertThat(sip.open(number)).contains("kalla_uppfoljning").doesNotContain("uppfoljning");
        assertThat(codes.of(number)).extracting(KvaCode::code).containsExactly("AU124");
    }

    @Test
    @Clause("VGU-149")
    void aFollowUpThatFadesOutIsToldToTheManager() {
        String number = journey.toFollowUp(person("20150410-238"));

        sip.goTo("2026-06-24");
        assertThat(kinds(number)).doesNotContain("FOLLOW_UP_OVERDUE");
        sip.goTo("2026-06-25");

        assertThat(kinds(number)).containsOnlyOnce("FOLLOW_UP_OVERDUE");
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.FOLLOW_UP_OVERDUE)
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder(Addressee.unit(SCHOOL), Addressee.managersOf(SCHOOL));
        assertThat(sip.open(number)).contains("kalla_uppfoljning");
    }

    @Test
    @Clause({"VGU-63", "VGU-149"})
    void aFollowUpIsNotHeldOnceTheConsentHasRunOut() {
        String number = journey.toConsent(person("20150411-238"));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", with(Journey.samtycke(), "until", "2026-05-31"));
        followUpFrom(number);
        sip.goTo("2026-06-03").as("anna", SCHOOL);

        assertThatThrownBy(() -> sip.fill(number, "kalla_uppfoljning", call("2026-06-24")))
                .hasMessageContaining("Hämta nytt samtycke");
        assertThat(kinds(number)).contains("CONSENT_ENDS_BEFORE_FOLLOW_UP");
    }

    @Test
    @Clause({"VGU-139", "VGU-147"})
    void aNoToThePlanGivesNoPlanAndNoCode() {
        String number = journey.toPlan(person("20150412-238"));

        sip.fill(number, "plan", Map.of("familyAgrees", false, "refusalNote", "Vill fundera"));

        assertThat(plans.versions(number)).isEmpty();
        assertThat(codes.of(number)).isEmpty();
        assertThat(meetings.lastHeld(number)).isPresent();
        assertThat(sip.open(number)).doesNotContain("plan", "rapport");
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);
    }

    @Test
    @Clause({"VGU-65", "VGU-147"})
    void aPlanLeftToTheMeetingAndRefusedThereEndsTheCase() {
        String number = journey.toConsent(person("20150413-238"));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", undecidedOnPlan());
        answered(number);
        onTheMeetingDay();
        sip.fill(number, "mote", with(Journey.mote(known(number, "mote")), "planConsent", false));

        assertThat(meetings.lastHeld(number)).get().extracting(Meeting::planAgreed).isEqualTo(false);
        assertThat(plans.versions(number)).isEmpty();
        assertThat(codes.of(number)).isEmpty();
        assertThat(sip.open(number)).doesNotContain("plan");
    }

    @Test
    void aMeetingThatWasNotHeldIsCalledAnew() {
        String number = journey.toMeeting(person("20150414-238"));
        onTheMeetingDay();

        sip.fill(number, "mote", Map.of("tookPlace", false, "notHeldWhy", "Snöoväder"));
        sip.runJobs();

        assertThat(meetings.lastHeld(number)).isEmpty();
        assertThat(sip.open(number)).contains("kallelse").doesNotContain("plan");
    }

    @Test
    @Clause("VGU-152")
    void aPlanAlreadyFollowedUpIsRevisedWhenTheCaseGoesOn() {
        String number = journey.toFollowUp(person("20150415-238"));
        callAndHold(number, "2026-06-24", true, false, "UNCHANGED");

        sip.asSystem();
        processes.start("folj_upp", "vgr", number, Map.of());

        assertThat(sip.open(number)).contains("plan");
    }

    @Test
    @Clause("VGU-63")
    void aRestingPlanEndsNothingAndAnOldVersionIsReadOnly() {
        String number = journey.toFollowUp(person("20150416-238"));
        sip.asSystem();

        plans.rest(number, "Samtycke saknas");
        assertThat(plans.current(number)).get().extracting(PlanVersion::status)
                .isEqualTo(PlanVersion.Status.RESTING);
        assertThat(sip.tasksWith(number, "rapport")).hasSize(2);
        plans.wake(number);
        plans.close(number);

        assertThat(plans.current(number)).isEmpty();
        assertThat(plans.versions(number)).extracting(PlanVersion::status)
                .containsExactly(PlanVersion.Status.CLOSED);
        Task report = sip.tasksWith(number, "rapport").get(0);
        sip.as("kollega", SCHOOL, BUP);
        assertThatThrownBy(() -> sip.fill(report, "rapport", Map.of("outcome", "DONE", "reportedBy", "Kim Ek")))
                .hasMessageContaining("read-only");
        sip.asSystem();
        plans.reopen(number);
        assertThat(plans.current(number)).isPresent();
    }

    private void callAndHold(String number, String day, boolean region, boolean municipality, String goal,
            String... absent) {
        sip.goTo(LocalDate.parse(day).minusDays(21).toString()).as("anna", SCHOOL);
        sip.fill(number, "kalla_uppfoljning", call(day));
        sip.goTo(day).as("anna", SCHOOL);
        JsonNode known = known(number, "uppfoljning");
        var form = new LinkedHashMap<String, Object>();
        form.put("tookPlace", true);
        form.put("heldOn", day);
        form.put("startedAt", "08:00");
        form.put("endedAt", "08:45");
        form.put("documenter", "Anna Kurator");
        form.put("attendance", presence(known, absent));
        form.put("personTookPart", true);
        form.put("guardianPart", "TOOK_PART");
        form.put("goals", "På god väg");
        form.put("needFromRegion", region);
        form.put("needFromMunicipality", municipality);
        form.put("goalChange", goal);
        sip.fill(number, "uppfoljning", form);
        sip.runJobs();
    }

    private void revise(String number, String nextFollowUp) {
        sip.as("anna", SCHOOL);
        var form = new LinkedHashMap<String, Object>();
        form.put("familyAgrees", true);
        form.put("followUpOn", nextFollowUp);
        form.put("followUpPlace", "Ängsskolan");
        form.put("viewsDiffer", false);
        form.put("familyCopy", "HANDED_OVER");
        sip.fill(number, "plan", form);
        sip.runJobs();
    }

    private static Map<String, Object> call(String day) {
        var form = new LinkedHashMap<String, Object>();
        form.put("meetsOn", day);
        form.put("startsAt", "08:00");
        form.put("endsAt", "09:00");
        form.put("place", "Ängsskolan");
        form.put("documenter", "Anna Kurator");
        form.put("suitsFamily", true);
        return form;
    }

    private void onTheMeetingDay() {
        sip.today("2026-03-19").runJobs();
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        journey.convener();
    }

    private void answered(String number) {
        sip.today("2026-03-06");
        sip.fill(number, "kallelse", Journey.kallelse(known(number, "kallelse")));
        sip.runJobs();
        sip.today("2026-03-09");
        for (Task task : sip.tasksWith(number, "svar")) {
            sip.as("kollega", SCHOOL, SOCIAL, BUP);
            sip.fill(task, "svar", Journey.svar());
        }
        sip.runJobs();
        journey.convener();
    }

    private void followUpFrom(String number) {
        answered(number);
        onTheMeetingDay();
        sip.fill(number, "mote", Journey.mote(known(number, "mote")));
        sip.fill(number, "plan", Journey.plan(known(number, "plan")));
        sip.runJobs();
    }

    private static Map<String, Object> undecidedOnPlan() {
        var form = new LinkedHashMap<>(Journey.samtycke());
        var undecided = Map.of("answer", "YES", "plan", "DECIDES_AT_MEETING", "givenOn", "2026-03-05", "manner",
                "WRITTEN");
        form.put("guardians", List.of(undecided, undecided));
        return form;
    }

    /** Everybody came with mandate, but for the absent. */
    private static List<Map<String, Object>> presence(JsonNode known, String... absent) {
        var rows = new ArrayList<Map<String, Object>>();
        for (JsonNode row : known.get("attendance")) {
            rows.add(List.of(absent).contains(row.get("party").asText())
                    ? Map.of("present", false, "absentWhy", "Sjukdom")
                    : Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true));
        }
        return rows;
    }

    private JsonNode known(String number, String form) {
        return sip.known(sip.onlyTask(number, form), form);
    }

    private List<String> kinds(String number) {
        return log.of(number).stream().map(CaseEvent::kind).toList();
    }

    /** An invented number with its right check digit. */
    private static String person(String withoutCheckDigit) {
        String digits = withoutCheckDigit.replace("-", "").substring(2);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return withoutCheckDigit + (10 - sum % 10) % 10;
    }
}
