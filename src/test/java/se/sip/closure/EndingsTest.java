package se.sip.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.bedomning;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseStatus;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.decision.DecisionRecords;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Every way a case ends, and every way back. */
@SipTest
class EndingsTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    Consents consents;
    @Autowired
    Notices notices;
    @Autowired
    Disclosures disclosures;
    @Autowired
    DecisionRecords decisions;
    private final String child = Children.bornOn("20140808");

    @Test
    @Clause({"VGB-10", "VGB-11"})
    void aMistakenDenialIsTakenBackBeforeAnybodyIsTold() {
        String number = denied();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.DENIED);
        assertThat(notices.of(number)).isEmpty();

        sip.pass(Duration.ofMinutes(9));
        event(number, "UNDO", Map.of("reason", "Fel knapp."));
        assertThat(sip.open(number)).containsExactly("bedomning");
        assertThat(cases.byNumber(number).status()).isEqualTo(CaseStatus.OPEN);
        sip.pass(Duration.ofMinutes(60));
        assertThat(notices.of(number)).as("nobody is told").isEmpty();
    }

    @Test
    @Clause({"VGB-11", "VGU-162"})
    void whenTheWindowHasPassedTheNoticesLeaveAndTheCaseIsReopenedInstead() {
        String number = denied();
        sip.pass(Duration.ofMinutes(11));
        assertThat(sip.open(number)).containsExactly("besked");
        assertThatThrownBy(() -> event(number, "UNDO", Map.of("reason", "För sent.")))
                .hasMessageContaining("återöppnas");

        event(number, "REOPEN", Map.of("reason", "Nya uppgifter."));
        assertThat(sip.open(number)).containsExactly("bedomning");
        assertThat(notices.toTell(number)).isEmpty();
        sip.complete(number, "bedomning", bedomning("2026-03-02"));
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause("VGB-05")
    void noSipIsDueIsTakenBackToANewJudgement() {
        sip.today("2026-03-03");
        journey.convener();
        String number = sip.start("sip", with(with(behov(), "idNumber", child), "needsFrom", List.of("SCHOOL")));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_SIP_DUE);

        event(number, "UNDO", Map.of("reason", "BUP glömdes."));
        sip.complete(number, "bedomning", bedomning("2026-03-02"));
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause({"VGU-68", "VGU-70"})
    void aMistakenNoIsTakenBackToTheQuestion() {
        String number = journey.toConsent(child);
        sip.today("2026-03-05");
        var no = Map.of("answer", "NO", "plan", "NO", "givenOn", "2026-03-05", "manner", "ORAL");
        var refused = new java.util.HashMap<>(with(Journey.samtycke(), "guardians", List.of(no, no)));
        refused.putAll(Map.of("maturity", "CANNOT_DECIDE", "maturityReason", "Förstår inte följderna.", "maturityBy",
                "Anna Kurator"));
        sip.fill(number, "samtycke", refused);
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_REFUSED);

        event(number, "UNDO", Map.of("reason", "Blandade ihop två ärenden."));
        assertThat(sip.open(number)).containsExactly("samtycke");
        sip.fill(number, "samtycke", Journey.samtycke());
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    @Clause({"VGU-152", "VGU-156", "VGU-160", "VGU-161", "VGU-162"})
    void aSipIsClosedWhenTheNeedFromBothIsOver() {
        String number = toClosing(true, false, "UNCHANGED");
        sip.fill(number, "avsluta", closing("NO_NEED", true, true));
        assertThat(decisions.of(number)).last().satisfies(d -> {
            assertThat(d.outcome()).isEqualTo("REFUSED");
            assertThat(d.clauses().values()).contains("VGU-152");
        });
        assertThat(cases.byNumber(number).isOpen()).isTrue();

        sip.fill(number, "avsluta", closing("NO_NEED", true, false));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_NEED);
        assertThat(disclosures.covers(number, BUP)).as("until the notices leave").isTrue();
        sip.pass(Duration.ofMinutes(11));
        assertThat(disclosures.covers(number, BUP)).isFalse();
        assertThat(sip.tasksWith(number, "besked_enhet")).hasSize(2);
        tellAll(number);
        assertThat(sip.isRunning(number)).isFalse();
    }

    @Test
    @Clause("VGU-152")
    void theCloserMayGoOnFollowingUpInstead() {
        String number = toClosing(true, false, "UNCHANGED");
        sip.fill(number, "avsluta", Map.of("closeIt", false));
        assertThat(cases.byNumber(number).isOpen()).isTrue();
        assertThat(sip.isRunning(number)).isTrue();
        assertThat(sip.open(number)).isNotEmpty();
    }

    @Test
    @Clause({"VGU-153", "VGU-154", "VGU-159"})
    void aChangedGoalStartsANewSipWithAConsentOfItsOwn() {
        String number = toClosing(true, true, "RESTART");
        sip.fill(number, "avsluta", closing("GOAL_CHANGED_RESTART", true, true));
        sip.pass(Duration.ofMinutes(11));

        CaseFile old = cases.byNumber(number);
        assertThat(old.endKind()).isEqualTo(EndKind.GOAL_CHANGED_RESTART);
        CaseFile renewed = cases.runningOf("vgr", child).orElseThrow();
        assertThat(renewed.previousNumber()).isEqualTo(number);
        assertThat(sip.open(renewed.number())).containsExactly("forbered");
        assertThat(consents.stateOn(renewed.number(), sip.today())).isEqualTo(ConsentState.NONE);
        assertThat(renewed.meetingDue()).isEqualTo(LocalDate.parse("2026-06-24").plusWeeks(3));
    }

    @Test
    void anAdministrativeEndIsToldOfAtOnceAndCannotBeTakenBack() {
        for (EndKind kind : List.of(EndKind.DECEASED, EndKind.MOVED, EndKind.REGISTERED_IN_ERROR)) {
            String number = journey.toAnswers(Children.bornOn("20140909"));
            journey.convener();
            event(number, "ADMINISTRATIVE_END", Map.of("endKind", kind.name(), "reason", "Rör fel barn."));
            sip.runJobs();
            assertThat(cases.byNumber(number).endKind()).isEqualTo(kind);
            assertThat(disclosures.covers(number, BUP)).isFalse();
            assertThat(sip.open(number)).contains("besked_enhet").doesNotContain("svar");
            boolean family = notices.of(number).stream().filter(n -> n.kind() == NoticeKind.CLOSED)
                    .anyMatch(n -> n.recipientKind() == Addressee.Kind.GUARDIAN);
            assertThat(family).as("family is told of " + kind).isEqualTo(kind == EndKind.MOVED);
            assertThatThrownBy(() -> event(number, "UNDO", Map.of("reason", "Fel."))).hasMessageContaining("gått ut");
            if (family) {
                tellAll(number);
                assertThat(sip.isRunning(number)).isFalse();
            }
        }
    }

    @Test
    void aCaseEndedByMistakeGoesOnWhereItStood() {
        String calling = journey.toAnswers(child);
        journey.convener();
        event(calling, "ADMINISTRATIVE_END", Map.of("endKind", "REGISTERED_IN_ERROR", "reason", "Rör fel barn."));
        event(calling, "REOPEN", Map.of("reason", "Det var rätt barn."));
        assertThat(sip.open(calling)).contains("kallelse");

        String meeting = journey.toMeeting(Children.bornOn("20140910"));
        journey.convener();
        event(meeting, "ADMINISTRATIVE_END", Map.of("endKind", "REGISTERED_IN_ERROR", "reason", "Rör fel barn."));
        event(meeting, "REOPEN", Map.of("reason", "Det var rätt barn."));
        assertThat(sip.open(meeting)).contains("mote");
    }

    private String denied() {
        sip.today("2026-03-03");
        journey.convener();
        var request = new HashMap<>(with(behov(), "idNumber", child));
        request.remove("discoveredOn");
        request.putAll(Map.of("origin", "PERSON_REQUEST", "askedBy", "Mamma", "signalledOn", "2026-03-02"));
        String number = sip.start("sip", request);
        sip.complete(number, "bedomning", Map.of("judgement", "DENY", "exceptional", true, "denialReason",
                "Skolan löser det själv."));
        return number;
    }

    private String toClosing(boolean municipality, boolean region, String goal) {
        String number = journey.toFollowUp(child);
        sip.goTo("2026-06-03").as("anna", SCHOOL);
        var call = new LinkedHashMap<String, Object>();
        call.put("meetsOn", "2026-06-24");
        call.put("startsAt", "08:00");
        call.put("endsAt", "09:00");
        call.put("place", "Ängsskolan");
        call.put("documenter", "Anna Kurator");
        call.put("suitsFamily", true);
        sip.fill(number, "kalla_uppfoljning", call);
        sip.goTo("2026-06-24").as("anna", SCHOOL);
        var known = sip.known(sip.onlyTask(number, "uppfoljning"), "uppfoljning");
        var held = new LinkedHashMap<String, Object>();
        held.put("tookPlace", true);
        held.put("heldOn", "2026-06-24");
        held.put("startedAt", "08:00");
        held.put("endedAt", "08:45");
        held.put("documenter", "Anna Kurator");
        held.put("attendance", Journey.each(known.get("attendance"),
                Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
        held.put("personTookPart", true);
        held.put("guardianPart", "TOOK_PART");
        held.put("goals", "Nådda");
        held.put("needFromMunicipality", municipality);
        held.put("needFromRegion", region);
        held.put("goalChange", goal);
        sip.fill(number, "uppfoljning", held);
        sip.runJobs();
        assertThat(sip.open(number)).containsExactly("avsluta");
        return number;
    }

    private static Map<String, Object> closing(String reason, boolean municipality, boolean region) {
        var form = new LinkedHashMap<String, Object>();
        form.put("closeIt", true);
        form.put("reason", reason);
        form.put("needsMunicipality", municipality);
        form.put("needsRegion", region);
        form.put("goalChanged", reason.equals("GOAL_CHANGED_RESTART"));
        form.put("why", "Alva går till skolan varje dag.");
        form.put("whereToTurn", "Elevhälsan.");
        return form;
    }

    private void tellAll(String number) {
        sip.as("anna", SCHOOL);
        var rows = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "besked"), "besked").get("told")
                .forEach(row -> rows.add(Map.of("toldOn", sip.today().toString(), "how", "MEETING")));
        sip.fill(number, "besked", Map.of("told", rows, "documented", true, "whereToTurn", "Elevhälsan"));
        for (var task : sip.tasksWith(number, "besked_enhet")) {
            sip.as("kollega", SOCIAL, BUP);
            sip.fill(task, "besked_enhet", Map.of("documentedOn", sip.today().toString()));
        }
        sip.runJobs();
    }

    private void event(String number, String kind, Map<String, Object> fields) {
        var form = new LinkedHashMap<String, Object>(fields);
        form.put("caseNumber", number);
        form.put("kind", kind);
        sip.start("handelse", form);
    }
}
