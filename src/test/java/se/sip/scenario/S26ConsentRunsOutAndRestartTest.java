package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.deadline.Deadlines;
import se.sip.decision.DecisionRecords;
import se.sip.deviation.Deviations;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineDates;
import se.sip.plan.Intervention;
import se.sip.plan.KvaCodes;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/**
 * S26 in Halland: Ida's consent is given 2025-06-15 and her SIP made 2025-06-30. The consent runs out before the
 * planned follow-up, life changes, and the SIP goes on, closes or starts anew; beside it the same attempt in Västra
 * Götaland.
 */
@SipTest
class S26ConsentRunsOutAndRestartTest {

    private static final String SCHOOL = "halland-1380-elevhalsa";
    private static final String SOCIAL = "halland-1380-socialtjanst";
    private static final String BUP = "halland-bup-halmstad";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    @Autowired
    Plans plans;
    @Autowired
    KvaCodes codes;
    @Autowired
    Disclosures disclosures;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    Deviations deviations;
    @Autowired
    Deadlines deadlines;
    @Autowired
    CaseProcesses processes;

    @Test
    @Clause({"HAL-49", "HAL-50", "HAL-116", "HAL-118", "HAL-123", "HAL-124", "HAL-125", "HAL-94", "HAL-108"})
    void theConsentRunsOutTheFollowUpWaitsAndTheSipClosesAsTheCollaborationWorks() {
        String number = sipIsMade();

        check("2026-05-14");
        assertThat(told(number, NoticeKind.CONSENT_ENDING)).isEmpty();
        check("2026-05-15");
        assertThat(told(number, NoticeKind.CONSENT_ENDING)).containsExactly(Addressee.unit(SCHOOL));
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("CONSENT_ENDS_BEFORE_FOLLOW_UP"))
                .singleElement().satisfies(e -> assertThat(e.note()).contains("2026-06-15", "2026-08-20"));

        sip.today("2026-06-01");
        school();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "LIFE_CHANGED", "reason",
                "Ida är placerad i familjehem."));
        sip.runJobs();
        assertThat(told(number, NoticeKind.EARLY_FOLLOW_UP)).containsExactly(Addressee.unit(SCHOOL));
        Task call = sip.onlyTask(number, "kalla_uppfoljning");
        assertThat(sip.groupsOf(call)).as("the main responsible convenes").containsExactly(SCHOOL);
        assertThat(sip.known(call, "kalla_uppfoljning").get("invited")).as("actors, child and guardians").hasSize(3);

        check("2026-06-15");
        assertThat(plan(number).status()).as("the consent holds its last day").isEqualTo(PlanVersion.Status.CURRENT);
        check("2026-06-16");
        assertThat(plan(number).status()).isEqualTo(PlanVersion.Status.RESTING);
        assertThat(reads(number, BUP)).as("sharing stops").isFalse();
        assertThat(plans.interventionsOf(plan(number))).as("nobody's intervention ends")
                .allMatch(i -> i.report() == Intervention.Report.NONE);
        school();
        assertThatThrownBy(() -> sip.fill(number, "kalla_uppfoljning", calledTo("2026-06-22")))
                .hasMessageContaining("Samtycket gäller inte");

        sip.today("2026-06-18");
        school();
        sip.fill(number, "fornya_samtycke", renewed(number, "2026-06-18", "2027-06-18"));
        assertThat(plan(number).status()).isEqualTo(PlanVersion.Status.CURRENT);
        assertThat(reads(number, BUP)).as("the renewed consent names it").isTrue();
        assertThatThrownBy(() -> sip.fill(number, "kalla_uppfoljning", with(calledTo("2026-06-22"), "endsAt", "15:01")))
                .as("HAL-93").hasMessageContaining("lengthWhy");
        assertThatThrownBy(() -> sip.fill(number, "kalla_uppfoljning", with(calledTo("2026-06-22"), "endsAt", "15:00")))
                .as("HAL-93").hasMessageContaining("breakPlanned");
        sip.fill(number, "kalla_uppfoljning", calledTo("2026-06-22"));
        follow(number, "2026-06-22", Map.of("needFromRegion", true, "needFromMunicipality", true, "goalChange",
                "UNCHANGED", "collaborationWorks", false));
        var revised = Journey.plan(sip.known(sip.onlyTask(number, "plan"), "plan"));
        assertThatThrownBy(() -> sip.fill(number, "plan", with(idasPlan(number, "2026-09-15"), "followUpOn", null)))
                .as("HAL-118").hasMessageContaining("followUpOn");
        assertThat(revised).isNotEmpty();
        sip.fill(number, "plan", idasPlan(number, "2026-09-15"));
        sip.runJobs();
        assertThat(plan(number).versionNo()).isEqualTo(2);

        sip.goTo("2026-08-26");
        school();
        sip.fill(number, "kalla_uppfoljning", calledTo("2026-09-15"));
        follow(number, "2026-09-15", Map.of("needFromRegion", true, "needFromMunicipality", true, "goalChange",
                "UNCHANGED", "collaborationWorks", true));
        Task closing = sip.onlyTask(number, "avsluta");
        assertThat(sip.groupsOf(closing)).as("the meeting decided who closes (HAL-125)").containsExactly(SOCIAL);
        sip.asIn("halland", "sara", SOCIAL);
        sip.fill(number, "avsluta", closed("NO_NEED"));
        assertThat(outcomes(number)).as("need remains: that reason does not hold").containsExactly("REFUSED");
        sip.fill(number, "avsluta", closed("COLLABORATION_ESTABLISHED"));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.COLLABORATION_ESTABLISHED);
        sip.pass(Duration.ofMinutes(11));
        assertThat(told(number, NoticeKind.CLOSED)).as("all involved").contains(Addressee.unit(BUP),
                Addressee.unit(SOCIAL), Addressee.person()).hasSize(5);
        assertThat(codes.of(number)).as("Halland has agreed on no codes").isEmpty();
    }

    @Test
    @Clause({"HAL-122", "HAL-120", "VGU-152", "HAL-12"})
    void aMarkedlyNewGoalClosesAndStartsANewSipWithNewConsent() {
        String number = sipIsMade();
        sip.today("2025-07-10");
        school();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "LIFE_CHANGED", "reason", "Ida flyttar."));
        sip.runJobs();
        school();
        sip.fill(number, "kalla_uppfoljning", calledTo("2025-07-21"));
        assertThatThrownBy(() -> follow(number, "2025-07-21", Map.of("attendance", withoutRegion(number),
                "needFromRegion", true, "needFromMunicipality", true, "goalChange", "RESTART", "collaborationWorks",
                false))).as("both principals attend the follow-up too (HAL-12)").hasMessageContaining("attendance");
        follow(number, "2025-07-21", Map.of("needFromRegion", true, "needFromMunicipality", true, "goalChange",
                "RESTART", "collaborationWorks", false));
        sip.asIn("halland", "sara", SOCIAL);
        sip.fill(number, "avsluta", with(closed("GOAL_CHANGED_RESTART"), "goalChanged", true));
        sip.pass(Duration.ofMinutes(11));

        CaseFile old = cases.byNumber(number);
        assertThat(old.endKind()).isEqualTo(EndKind.GOAL_CHANGED_RESTART);
        assertThat(plans.versions(number)).extracting(PlanVersion::status).containsExactly(PlanVersion.Status.CLOSED);
        CaseFile restarted = cases.open("halland").stream().filter(c -> number.equals(c.previousNumber())).findFirst()
                .orElseThrow();
        assertThat(sip.open(restarted.number())).as("a new consent is asked for").containsExactly("forbered");
        assertThat(plans.current(restarted.number())).isEmpty();
    }

    @Test
    @Clause({"VGU-152", "HAL-123"})
    void inVastraGotalandTheSameAttemptIsRefused() {
        String number = journey.toFollowUp(Children.bornOn("20121104"));
        sip.goTo("2026-06-04");
        journey.convener();
        sip.fill(number, "kalla_uppfoljning", Map.of("meetsOn", "2026-06-24", "startsAt", "13:00", "endsAt", "14:00",
                "meetingForm", "IN_PERSON", "suitsFamily", true));
        follow(number, "2026-06-24", Map.of("needFromRegion", true, "needFromMunicipality", true, "goalChange",
                "RESTART"), "vgr", "anna", Journey.SCHOOL);
        journey.convener();
        sip.fill(number, "avsluta", closed("COLLABORATION_ESTABLISHED"));

        assertThat(cases.byNumber(number).isOpen()).isTrue();
        assertThat(decisions.of(number)).filteredOn(d -> d.tableKey().equals("avslut")).singleElement()
                .satisfies(d -> {
                    assertThat(d.outcome()).isEqualTo("REFUSED");
                    assertThat(d.clauses().values()).containsExactly("VGU-152");
                });
        assertThat(sip.open(number)).contains("avsluta");
    }

    @Test
    @Clause("HAL-49")
    void aConsentHoldsAYearToTheSameDayNumber() {
        assertThat(deadlines.of("halland", "samtycke_langst", LocalDate.parse("2025-06-15")).lastDay())
                .isEqualTo("2026-06-15");
        assertThat(deadlines.of("halland", "samtycke_langst", LocalDate.parse("2028-02-29")).lastDay())
                .isEqualTo("2029-02-28");
    }

    @Test
    @Clause({"HAL-129", "HAL-130"})
    void aDeviationIsMadeByTheUnitsOwnRoutineWithoutDelay() {
        String number = sipIsMade();
        sip.asIn("halland", "sara", SOCIAL);
        sip.start("handelse", Map.of("caseNumber", number, "kind", "DEVIATION", "reason", "BUP kom inte."));
        Task task = sip.onlyTask(number, "avvikelse");
        assertThat(sip.groupsOf(task)).containsExactly(SOCIAL);
        assertThat(EngineDates.dayOf(task.getDueDate())).isEqualTo("2025-07-03");
        assertThatThrownBy(() -> sip.fill(number, "avvikelse", Map.of("madeOn", "2025-07-01")))
                .hasMessageContaining("madeOn").hasMessageContaining("reference");
        sip.fill(number, "avvikelse", Map.of("madeOn", "2025-06-30", "reference", "AV-17"));
        assertThat(deviations.of(number)).singleElement().satisfies(d -> {
            assertThat(d.reference()).isEqualTo("AV-17");
            assertThat(d.unitId()).isEqualTo(SOCIAL);
        });
        assertThat(cases.byNumber(number).isOpen()).isTrue();
    }

    /** Consent by both guardians 2025-06-15, the meeting and the plan 2025-06-30, follow-up planned 2026-08-20. */
    @Test
    @Clause("HAL-20")
    void aSipEndedByMistakeGoesOnInItsFollowUp() {
        String number = sipIsMade();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "ADMINISTRATIVE_END", "endKind",
                "REGISTERED_IN_ERROR", "reason", "Rör fel barn."));
        sip.start("handelse", Map.of("caseNumber", number, "kind", "REOPEN", "reason", "Det var rätt barn."));
        sip.runJobs();
        assertThat(cases.byNumber(number).phase()).isEqualTo(CasePhase.FOLLOW_UP);
        assertThat(sip.open(number)).contains("rapport");
    }

    private String sipIsMade() {
        sip.today("2025-06-10");
        school();
        var need = new LinkedHashMap<>(FormContent.behov());
        need.putAll(Map.of("startingUnit", SCHOOL, "idNumber", Children.bornOn("20121104"), "givenName", "Ida",
                "municipality", "1380", "discoveredOn", "2025-06-09", "riskGroups", List.of()));
        String number = sip.start("sip", need);
        sip.fill(number, "forbered", prepared());
        var keep = new ArrayList<Map<String, Object>>();
        known(number, "enheter").get("proposals").forEach(p -> keep.add(Map.of("keep", true)));
        sip.fill(number, "enheter", Map.of("proposals", keep));
        sip.today("2025-06-15");
        school();
        sip.fill(number, "samtycke", consent(known(number, "samtycke"), "2025-06-15", "2026-06-15"));
        sip.today("2025-06-16");
        school();
        var call = invitation(known(number, "kallelse"));
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(call, "endTime", "15:01"))).as("HAL-93")
                .hasMessageContaining("lengthWhy");
        sip.fill(number, "kallelse", call);
        sip.runJobs();
        sip.asIn("halland", "kollega", SOCIAL, BUP, SCHOOL);
        sip.tasksWith(number, "svar").forEach(task -> sip.fill(task, "svar", Journey.svar()));
        sip.runJobs();
        sip.at(LocalDate.parse("2025-06-30").atTime(15, 0)).runJobs();
        school();
        JsonNode meeting = known(number, "mote");
        sip.fill(number, "mote", with(Journey.mote(meeting), "heldOn", "2025-06-30"));
        assertThat(known(number, "plan").get("responsibleUnit").asText()).as("the convener by default (HAL-94)")
                .isEqualTo(SCHOOL);
        sip.fill(number, "plan", idasPlan(number, "2026-08-20"));
        sip.runJobs();
        return number;
    }

    private static Map<String, Object> prepared() {
        var form = new LinkedHashMap<>(Journey.forbered());
        form.put("informedOn", "2025-06-10");
        form.put("needs", List.of(
                Map.of("kind", "SCHOOL", "need", "Anpassad skolgång", "knownThere", true, "unitId", SCHOOL),
                Map.of("kind", "SOCIAL_SERVICES", "need", "Stöd hemma", "knownThere", true, "unitId", SOCIAL),
                Map.of("kind", "CHILD_PSYCHIATRY", "need", "Behandling", "knownThere", true, "unitId", BUP)));
        return form;
    }

    private static Map<String, Object> consent(JsonNode known, String day, String until) {
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", day, "manner", "WRITTEN");
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.putAll(Map.of("informedOn", "2025-06-10", "until", until, "guardians", List.of(yes, yes),
                "childGivenOn", day));
        form.put("recipients", Journey.each(known.get("recipients"), Map.of("included", true)));
        return form;
    }

    private Map<String, Object> renewed(String number, String day, String until) {
        return with(consent(known(number, "fornya_samtycke"), day, until), "informedOn", day);
    }

    private static Map<String, Object> invitation(JsonNode known) {
        var form = new LinkedHashMap<>(Journey.kallelse(known));
        form.put("meetingDate", "2025-06-30");
        form.put("recipients", Journey.each(known.get("recipients"), Map.of("asked", true, "contribution",
                "Berätta om insatser", "requestedFunction", "Behandlare", "oralContact", false, "noOralContactReason", "Svåra att nå.")));
        return form;
    }

    /** What Halland asks of a plan: no sub-goals, places or reasons, but the family's view and who closes. */
    private Map<String, Object> idasPlan(String number, String followUpOn) {
        var form = new LinkedHashMap<String, Object>();
        form.put("familyAgrees", true);
        form.put("ownPart", "Ida kommer i tid.");
        form.put("needs", "Trygghet i skolan.");
        form.put("interventions", List.of(row("Anpassat schema", SCHOOL), row("Samtal", BUP)));
        form.put("contacts", Journey.each(known(number, "plan").get("contacts"), Map.of("person", "Kim Ek")));
        form.put("responsiblePrincipal", "MUNICIPALITY");
        form.put("responsibleUnit", SCHOOL);
        form.put("responsiblePerson", "Hanna Kurator");
        form.put("followUpOn", followUpOn);
        form.put("followUpPlace", "Skolan");
        form.put("familyCopy", "HANDED_OVER");
        form.put("describesNeeds", true);
        form.put("closerUnit", SOCIAL);
        form.put("closerPerson", "Sara Ek");
        return form;
    }

    private static Map<String, Object> row(String what, String owner) {
        return Map.of("what", what, "owner", owner, "startsOn", "2025-08-18", "separateDecision", false, "confirmed",
                true);
    }

    private static Map<String, Object> calledTo(String day) {
        return Map.of("meetsOn", day, "startsAt", "13:00", "endsAt", "14:00", "meetingForm", "IN_PERSON",
                "suitsFamily", true, "changedWhy", "Livet har ändrats.");
    }

    private void follow(String number, String day, Map<String, Object> found) {
        follow(number, day, found, "halland", "hanna", SCHOOL);
    }

    private void follow(String number, String day, Map<String, Object> found, String county, String user,
            String unit) {
        sip.at(LocalDate.parse(day).atTime(15, 0)).runJobs();
        sip.asIn(county, user, unit);
        var form = new LinkedHashMap<>(Journey.mote(known(number, "uppfoljning")));
        form.remove("allPrepared");
        form.put("heldOn", day);
        form.put("endedAt", "14:00");
        form.put("goals", "Delvis.");
        form.putAll(found);
        sip.fill(number, "uppfoljning", form);
        sip.runJobs();
    }

    private List<Map<String, Object>> withoutRegion(String number) {
        sip.at(LocalDate.parse("2025-07-21").atTime(15, 0)).runJobs();
        school();
        var rows = new ArrayList<Map<String, Object>>();
        known(number, "uppfoljning").get("attendance").forEach(row -> rows.add(row.get("party").asText().equals(BUP)
                ? Map.of("present", false, "absentWhy", "Sjukdom.")
                : Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
        return rows;
    }

    private static Map<String, Object> closed(String reason) {
        return Map.of("closeIt", true, "reason", reason, "needsRegion", true, "needsMunicipality", true, "why",
                "Samarbetet fungerar.", "whereToTurn", "Skolans kurator.");
    }

    private void check(String day) {
        sip.today(day).asSystem();
        processes.startBefore("daglig_kontroll", "sok", "halland", "daglig", Map.of());
        sip.runJobs();
    }

    private void school() {
        sip.asIn("halland", "hanna", SCHOOL);
    }

    private boolean reads(String number, String unit) {
        return disclosures.mayRead(new StaffMember("bo", Set.of(unit, "handlaggare"), Set.of("halland")), cases.byNumber(number));
    }

    private PlanVersion plan(String number) {
        return plans.current(number).orElseThrow();
    }

    private List<String> outcomes(String number) {
        return decisions.of(number).stream().filter(d -> d.tableKey().equals("avslut")).map(d -> d.outcome()).toList();
    }

    private JsonNode known(String number, String form) {
        return sip.known(sip.onlyTask(number, form), form);
    }

    private List<Addressee> told(String number, NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }
}
