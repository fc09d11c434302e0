package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.DalarnaJourney.BUP;
import static se.sip.testing.DalarnaJourney.SCHOOL;
import static se.sip.testing.DalarnaJourney.SOCIAL;
import static se.sip.testing.DalarnaJourney.allThree;
import static se.sip.testing.DalarnaJourney.needs;
import static se.sip.testing.FormContent.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.party.PartiesOfCase;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** A child's case in Borlänge from the need to the end, and what turns it into a local agreement on the way. */
@SipTest
class DalarnaCaseToTheEndTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    DalarnaJourney dalarna;
    @Autowired
    CaseFiles cases;
    @Autowired
    Plans plans;
    @Autowired
    PartiesOfCase parties;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    Notices notices;
    @Autowired
    se.sip.casefile.CaseLog log;

    @Test
    @Clause({"BOR-12", "BOR-57", "BOR-71", "BOR-73", "BOR-74", "BOR-75", "BOR-76", "BOR-77", "BOR-78"})
    void schoolAndSocialServicesAloneAreFollowedUpWhileTheNeedOfCoordinationRemains() {
        String number = dalarna.toFollowUp(Children.bornOn("20140510"), needs("SCHOOL", SCHOOL, "SOCIAL_SERVICES",
                SOCIAL));
        assertThat(parties.isStatutory(number)).as("both are the municipality's").isFalse();
        PlanVersion plan = plans.current(number).orElseThrow();
        assertThat(plan.followUpUnit()).as("who called follows up").isEqualTo(SCHOOL);

        followUp(number, "2026-06-24", true);
        assertThat(sip.open(number)).as("only the municipality is needed, but there is still something to coordinate")
                .contains("plan");
        dalarna.convener();
        sip.fill(number, "plan", with(with(with(Map.of("familyAgrees", true, "followUpPlace", "Skolan", "viewsDiffer",
                false, "familyCopy", "HANDED_OVER", "describesNeeds", true), "followUpOn", "2026-09-24"),
                "followUpUnit", SOCIAL), "interventions", null));
        sip.runJobs();
        assertThat(plans.current(number).orElseThrow().versionNo()).isEqualTo(2);

        sip.goTo("2026-09-03");
        assertThat(sip.groupsOf(sip.onlyTask(number, "kalla_uppfoljning"))).as("the meeting decided otherwise")
                .containsExactly(SOCIAL);
        followUpAs(SOCIAL, number, "2026-09-24", false);

        assertThat(sip.open(number)).contains("avsluta");
        dalarna.convener();
        assertThat(sip.known(sip.onlyTask(number, "avsluta"), "avsluta").get("coordinationRemains").asBoolean())
                .as("what the follow-up found").isFalse();
        sip.fill(number, "avsluta", with(closing(), "coordinationRemains", true));
        sip.runJobs();
        assertThat(cases.byNumber(number).isOpen()).as("refused while the need remains").isTrue();
        dalarna.convener();
        sip.fill(number, "avsluta", with(closing(), "coordinationRemains", false));
        sip.runJobs();
        sip.pass(Duration.ofMinutes(11));

        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_NEED);
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.CLOSED).extracting(n -> n.recipient())
                .as("the actors are told").contains(Addressee.unit(SOCIAL));
        assertThat(sip.open(number)).as("each documents it in its own system").contains("besked_enhet");
    }

    @Test
    @Clause("BOR-12")
    void aCaseThatBecomesMunicipalOnlyTurnsIntoALocalAgreementAndBack() {
        String number = dalarna.toMeeting(Children.bornOn("20140511"), allThree());
        assertThat(parties.isStatutory(number)).isTrue();

        var mote = Journey.mote(sip.known(dalarna.meetingTask(number), "mote"));
        var rows = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "mote"), "mote").get("attendance").forEach(row -> rows.add(
                row.path("party").asText().equals(BUP) ? Map.of("present", false, "absentWhy", "Sjukdom")
                        : Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
        mote.put("attendance", rows);
        dalarna.hold(number, mote);
        assertThat(parties.localAgreement(number)).as("the region did not come").isPresent();

        dalarna.convener();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "ANSWER_CORRECTED", "answerTo", "MEETING", "unit", BUP,
                "present", true, "reason", "BUP var med digitalt.", "attendees", List.of(Map.of("name", "Bo Persson",
                        "workRole", "Psykolog", "mandate", true))));
        sip.runJobs();
        assertThat(parties.isStatutory(number)).as("it had come after all").isTrue();
    }

    @Test
    @Clause("BOR-12")
    void oneOfTheThreeAloneCannotHoldASipMeeting() {
        String number = dalarna.toMeeting(Children.bornOn("20140512"), allThree());
        var mote = Journey.mote(sip.known(dalarna.meetingTask(number), "mote"));
        var rows = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "mote"), "mote").get("attendance").forEach(row -> rows.add(
                row.path("party").asText().equals(SCHOOL) ? Map.of("present", true, "who", "Kim Ek", "workRole",
                        "Handläggare", "mandate", true) : Map.of("present", false, "absentWhy", "Sjukdom")));
        mote.put("attendance", rows);

        assertThatThrownBy(() -> sip.fill(number, "mote", mote)).hasMessageContaining("minst två krävs");
    }

    @Test
    @Clause({"BOR-50", "BOR-52"})
    void aCallToTheWrongPrincipalGoesBackToTheConvenerWhoSendsItAnew() {
        String number = dalarna.toAnswers(Children.bornOn("20140513"), allThree());
        sip.asIn("dalarna", "kollega", BUP);
        var bups = sip.tasksWith(number, "svar").stream().filter(t -> sip.groupsOf(t).contains(BUP)).findFirst()
                .orElseThrow();
        sip.fill(bups, "svar", Map.of("answer", "WRONG_UNIT", "reason", "Stödet ges av kommunens LSS."));
        sip.asIn("dalarna", "kollega", BUP);
        var found = Map.<String, Object>of("contactWith", "Disa", "contactOn", "2026-03-06", "clarified",
                "Det gäller korttidsboende.", "found", false);
        assertThatThrownBy(() -> sip.fill(number, "ratt_enhet", found)).hasMessageContaining("otherPrincipal");
        sip.fill(number, "ratt_enhet", with(found, "otherPrincipal", true));
        sip.runJobs();

        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.WRONG_PRINCIPAL).singleElement()
                .satisfies(n -> assertThat(n.recipient()).isEqualTo(Addressee.unit(SCHOOL)));
        assertThat(participants.findByCaseNumberOrderById(number)).filteredOn(p -> BUP.equals(p.unitId()))
                .allMatch(p -> p.status() == Participant.Status.REMOVED);
        assertThat(parties.isStatutory(number)).as("no region unit is left").isFalse();

        dalarna.convener();
        assertThatThrownBy(() -> sip.fill(number, "ratt_huvudman", Map.of("sendAnew", true, "unit", BUP, "need",
                "Korttidsboende"))).hasMessageContaining("unit");
        assertThatThrownBy(() -> sip.fill(number, "ratt_huvudman", Map.of("sendAnew", false)))
                .hasMessageContaining("why");
        sip.fill(number, "ratt_huvudman", Map.of("sendAnew", true, "unit", "dalarna-2081-lss", "need",
                "Korttidsboende"));
        sip.runJobs();
        assertThat(sip.open(number)).as("the family is asked first").contains("utokat_samtycke");
    }

    @Test
    @Clause({"BOR-44", "BOR-47", "BOR-48", "BOR-49", "BOR-51", "BOR-53", "BOR-54", "BOR-55", "BOR-56"})
    void whoIsCalledSeesQuestionsAndTimeAndNamesWhoComesOrASubstitute() {
        String number = dalarna.toAnswers(Children.bornOn("20140514"), allThree());
        sip.asIn("dalarna", "kollega", BUP);
        var task = sip.tasksWith(number, "svar").stream().filter(t -> sip.groupsOf(t).contains(BUP)).findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> sip.fill(task, "svar", Map.of("answer", "ATTENDS"))).as("who comes")
                .hasMessageContaining("attendees");
        assertThatThrownBy(() -> sip.fill(task, "svar", Map.of("answer", "PREVENTED", "substituteComes", false)))
                .as("a substitute is to be named").hasMessageContaining("reason");
        sip.fill(task, "svar", Map.of("answer", "PREVENTED", "substituteComes", true, "substituteName", "Siv Lund",
                "substituteRole", "Psykolog", "substituteMandate", true, "preparation", "Läser frågorna."));
        sip.runJobs();
        assertThat(sip.tasksWith(number, "svar").stream().flatMap(t -> sip.groupsOf(t).stream())).doesNotContain(BUP);
    }

    @Test
    @Clause({"BOR-35", "BOR-41"})
    void aPreMeetingWithTheOtherPrincipalIsHeldWhenTheConsentCoversIt() {
        String number = dalarna.toDispatch(Children.bornOn("20140515"), allThree());
        sip.today("2026-03-06");
        dalarna.convener();
        var event = Map.<String, Object>of("caseNumber", number, "kind", "PRE_MEETING", "unit", BUP, "on", "2026-03-06",
                "reason", "Kommunen och regionen delar kostnaden för HVB lika.");
        assertThatThrownBy(() -> sip.start("handelse", with(event, "on", "2026-03-04"))).as("before the consent")
                .hasMessageContaining("on ");
        assertThatThrownBy(() -> sip.start("handelse", with(event, "unit", "dalarna-bup-mora")))
                .hasMessageContaining("unit");
        assertThatThrownBy(() -> sip.start("handelse", with(event, "reason", null))).hasMessageContaining("reason");
        sip.start("handelse", event);
        sip.runJobs();
        assertThat(log.of(number)).extracting(e -> e.kind()).contains("PRE_MEETING");
    }

    private void followUp(String number, String day, boolean remains) {
        followUpAs(SCHOOL, number, day, remains);
    }

    private void followUpAs(String unit, String number, String day, boolean remains) {
        sip.goTo(java.time.LocalDate.parse(day).minusDays(21).toString()).asIn("dalarna", "disa", unit);
        sip.fill(number, "kalla_uppfoljning", Map.of("meetsOn", day, "startsAt", "08:00", "endsAt", "09:00", "place",
                "Skolan", "documenter", "Disa Kurator", "suitsFamily", true));
        sip.goTo(day).asIn("dalarna", "disa", unit);
        var form = new LinkedHashMap<String, Object>();
        form.put("tookPlace", true);
        form.put("heldOn", day);
        form.put("startedAt", "08:00");
        form.put("endedAt", "08:45");
        form.put("documenter", "Disa Kurator");
        form.put("attendance", Journey.each(sip.known(sip.onlyTask(number, "uppfoljning"), "uppfoljning")
                .get("attendance"), Map.of("present", true, "who", "Kim Ek", "mandate", true)));
        form.put("personTookPart", true);
        form.put("guardianPart", "TOOK_PART");
        form.put("goals", "På god väg");
        form.put("needFromRegion", false);
        form.put("needFromMunicipality", true);
        form.put("goalChange", "UNCHANGED");
        form.put("coordinationRemains", remains);
        assertThatThrownBy(() -> sip.fill(number, "uppfoljning", with(form, "judgedTogether", false)))
                .as("judged together with the child and the guardians").hasMessageContaining("judgedNote");
        sip.fill(number, "uppfoljning", with(form, "judgedTogether", true));
        sip.runJobs();
    }

    private static Map<String, Object> closing() {
        return Map.of("closeIt", true, "reason", "NO_NEED", "needsMunicipality", true, "needsRegion", false, "why",
                "Stödet hänger ihop.", "whereToTurn", "Elevhälsan");
    }
}
