package se.sip.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.Codes;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.decision.DecisionTables;
import se.sip.engine.CaseProcesses;
import se.sip.engine.CaseVariables;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormSituation;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.unit.Principal;
import se.sip.unit.UnitKind;

@SipTest
class ConsentTest {

    private static final LocalDate MEETING = LocalDate.of(2026, 3, 19);
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Consents consents;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    DecisionTables tables;
    @Autowired
    CaseLog log;
    @Autowired
    StaffDirectory staff;
    @Autowired
    ExtensionConsentIntake extension;
    @Autowired
    RenewalConsentIntake renewal;
    @Autowired
    OwnConsentIntake own;
    @Autowired
    ConsentInputs inputs;
    @Autowired
    CaseProcesses processes;
    @Autowired
    CaseFiles cases;
    private String number;

    @Test
    @Clause({"VGV-08", "VGV-21", "VGU-61", "VGU-65"})
    void bothGuardiansConsentForNamedUnitsAndNamedInformation() {
        toConsent("20140312");
        sip.fill(number, "samtycke", Journey.samtycke());

        assertThat(sip.open(number)).containsExactly("kallelse");
        assertThat(consents.stateOn(number, MEETING)).isEqualTo(ConsentState.VALID);
        assertThat(consents.stateOn(number, LocalDate.of(2026, 3, 4))).as("the day before it was given")
                .isEqualTo(ConsentState.MISSING_GUARDIAN);
        assertThat(consents.planPart(number)).isEqualTo(PlanConsent.YES);
        assertThat(decision().clauses().values()).contains("VGV-08", "VGV-21");
        long bup = participant(BUP).id();
        assertThat(consents.coversUnit(number, bup, MEETING)).isTrue();
        assertThat(consents.inForceFrom(number, bup)).contains(LocalDate.of(2026, 3, 5));
        assertThat(consents.groundFor(number, bup, MEETING).orElseThrow().ground())
                .isEqualTo(Disclosure.Ground.CONSENT);
    }

    @Test
    @Clause({"VGV-21", "VGV-08"})
    void anAnswerThatIsMissingBringsTheTaskBackWithWhatWasFilledIn() {
        toConsent("20140312");
        sip.fill(number, "samtycke", guardians(yes(), Map.of("answer", "PENDING")));

        assertThat(sip.open(number)).containsExactly("samtycke");
        assertThat(decision().outcome()).isEqualTo("MISSING_GUARDIAN");
        var known = sip.known(sip.onlyTask(number, "samtycke"), "samtycke");
        assertThat(known.at("/guardians/0/answer").asText()).isEqualTo("YES");
        assertThat(known.at("/guardians/0/givenOn").asText()).isEqualTo("2026-03-05");
        assertThat(known.at("/information/1/what").asText()).isEqualTo("Psykisk hälsa");
        assertThat(known.at("/until").asText()).isEqualTo("2026-12-31");
        assertThat(known.at("/childAnswer").asText()).isEqualTo("YES");

        sip.fill(number, "samtycke", Map.of("guardians", List.of(Map.of(), yes())));
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    @Clause("VGU-69")
    void nobodyAnswersBeforeBeingInformed() {
        toConsent("20140312");
        sip.fill(number, "samtycke", with(Journey.samtycke(), "informed", false));

        assertThat(decision().outcome()).isEqualTo("INCOMPLETE_SCOPE");
        assertThat(decision().clauses().values()).contains("VGU-69");
        assertThat(sip.open(number)).containsExactly("samtycke");
    }

    @Test
    @Clause({"VGU-61", "VGV-08"})
    void aConsentIsNeverGeneral() {
        toConsent("20140312");
        var general = with(with(Journey.samtycke(), "recipients", List.of(Map.of("included", false),
                Map.of("included", false), Map.of("included", false))), "information",
                List.of(Map.of("what", "all information"), Map.of("what", ""), Map.of("what", "")));

        assertThatThrownBy(() -> sip.fill(number, "samtycke", general)).hasMessageContaining("recipients ")
                .hasMessageContaining("information[0].what").hasMessageContaining("VGU-61");
        assertThatThrownBy(() -> sip.complete(number, "samtycke", with(with(Journey.samtycke(), "recipients",
                List.of(Map.of("name", "alla berörda", "included", true))), "information", List.of())))
                .hasMessageContaining("recipients[0].name").hasMessageContaining("information ");
        assertThat(consents.versions(number)).isEmpty();
    }

    @Test
    @Clause("VGV-08")
    void aUnitThatMayNotBeCalledCannotBeARecipient() {
        toConsent("20140312");
        var form = with(Journey.samtycke(), "excludedTopics", List.of(Map.of("topic", "umgängestvisten")));
        form.put("excludedParties", List.of(Map.of("name", "Barn- och ungdomspsykiatrin")));

        assertThatThrownBy(() -> sip.fill(number, "samtycke", form)).hasMessageContaining("recipients[2].included");

        form.put("recipients", List.of(Map.of("included", true), Map.of("included", true), Map.of("included", false)));
        sip.fill(number, "samtycke", form);
        assertThat(consents.excludes(number, "Barn- och ungdomspsykiatrin (BUP) i Borås")).isTrue();
        assertThat(consents.excludes(number, "Socialtjänsten i Borås")).isFalse();
        assertThat(consents.excludedTopics(number)).containsExactly("umgängestvisten");
        assertThat(participants.findByCaseNumberAndStatusOrderById(number, Participant.Status.CONFIRMED))
                .extracting(Participant::unitId).hasSize(2).doesNotContain(BUP);
    }

    @Test
    @Clause({"VGU-63", "VGV-24", "VGU-154", "VGU-46"})
    void datesThatCannotBeAreRefused() {
        toConsent("20140312");
        assertThatThrownBy(() -> fillWith(Map.of("until", "2027-03-06"))).hasMessageContaining("2027-03-05");
        assertThatThrownBy(() -> fillWith(Map.of("until", "2026-03-01"))).hasMessageContaining("until");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", with(Journey.samtycke(), "until", null)))
                .hasMessageContaining("VGV-24");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", guardians(yes("2026-03-06", "WRITTEN"), yes())))
                .hasMessageContaining("guardians[0].givenOn").hasMessageContaining("framåt");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", guardians(yes("2026-03-01", "WRITTEN"), yes())))
                .hasMessageContaining("VGU-154");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", guardians(yes("", "ORAL"), yes())))
                .hasMessageContaining("muntligt svar behöver ett datum");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", guardians(yes("2026-03-05", "OTHER"), yes())))
                .hasMessageContaining("guardians[0].note");

        fillWith(Map.of("until", "2027-03-05"));
        assertThat(consents.stateOn(number, LocalDate.of(2027, 3, 5))).isEqualTo(ConsentState.VALID);
        assertThat(consents.stateOn(number, LocalDate.of(2027, 3, 6))).isEqualTo(ConsentState.EXPIRED);
        assertThat(consents.endsOn(number)).contains(LocalDate.of(2027, 3, 5));
        assertThat(consents.reminderOn(number)).contains(LocalDate.of(2027, 2, 5));
    }

    @Test
    @Clause({"VGU-43", "VGU-68"})
    void aMatureChildDecidesAloneAndWithoutAnAssessmentNoAgeStandsInForIt() {
        toConsent("20081020");
        var against = guardians(yes(), no());

        sip.fill(number, "samtycke", against);
        assertThat(decision().outcome()).isEqualTo("MISSING_GUARDIAN");
        assertThatThrownBy(() -> fillWith(Map.of("maturity", "CAN_DECIDE"))).hasMessageContaining("maturityReason")
                .hasMessageContaining("maturityBy");

        sip.fill(number, "samtycke", Map.of("maturity", "CAN_DECIDE", "maturityReason", "Förstår vad det innebär.",
                "maturityBy", "Kurator Anna Ek"));
        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(decision().clauses().values()).contains("OSL 12:3");
        assertThat(sip.open(number)).containsExactly("kallelse");
    }

    @Test
    @Clause("VGV-22")
    void atEighteenThePersonsOwnConsentDecidesFromThatDay() {
        toConsent("20081020");
        sip.fill(number, "samtycke", Journey.samtycke());

        assertThat(consents.stateOn(number, LocalDate.of(2026, 10, 19))).isEqualTo(ConsentState.VALID);
        assertThat(consents.stateOn(number, LocalDate.of(2026, 10, 20))).isEqualTo(ConsentState.MISSING_CHILD);

        sip.today("2026-10-20");
        journey.convener();
        var known = own.known(where());
        assertThat(known).containsEntry("adult", true);
        var answer = ownForm(known, ExchangeAnswer.YES, "2027-10-20");
        assertThat(faults(own, answer)).isEmpty();
        own.accept(answer, where());
        assertThat(consents.stateOn(number, LocalDate.of(2026, 10, 20))).isEqualTo(ConsentState.VALID);
        assertThat(consents.stateOn(number, LocalDate.of(2027, 10, 21))).isEqualTo(ConsentState.EXPIRED);
        assertThat(consents.coversUnit(number, participant(BUP).id(), LocalDate.of(2026, 12, 1))).isTrue();
    }

    @Test
    @Clause({"VGV-25", "VGU-158"})
    void aConsentTakenBackHoldsNoMore() {
        toConsent("20140312");
        sip.fill(number, "samtycke", Journey.samtycke());
        sip.at(LocalDateTime.of(2026, 3, 19, 15, 40));
        consents.withdraw(number, WhoWithdrew.GUARDIAN, "Per telefon", LocalDateTime.of(2026, 3, 19, 15, 30));

        assertThat(consents.stateOn(number, MEETING)).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(consents.coversUnit(number, participant(BUP).id(), MEETING)).isFalse();
        assertThat(consents.current(number).orElseThrow().withdrawnHow()).isEqualTo("Per telefon");
    }

    @Test
    @Clause({"VGU-67", "VGV-21"})
    void whereAGuardianIsAThreatAnotherGroundIsNeededWithDeciderAndReason() {
        toConsent("20140312");
        var form = guardians(yes(), Map.of("answer", "PENDING"));
        form.put("obstacle", "THREAT");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", form)).hasMessageContaining("obstacleReason");

        form.put("obstacleReason", "Hotar barnet; bedömt av socialjouren.");
        sip.fill(number, "samtycke", form);
        assertThat(decision().outcome()).isEqualTo("ALT_GROUND_REQUIRED");

        sip.fill(number, "samtycke", Map.of("ground", "HARM_TEST_PENDING"));
        assertThat(decision().outcome()).isEqualTo("NEEDS_HARM_TEST");

        assertThatThrownBy(() -> sip.fill(number, "samtycke", Map.of("ground", "HARM_TEST_ALLOWED")))
                .hasMessageContaining("groundDecider").hasMessageContaining("groundReason")
                .hasMessageContaining("groundOn");
        sip.fill(number, "samtycke", Map.of("ground", "HARM_TEST_ALLOWED", "groundDecider", "Enhetschef Bo Ek",
                "groundReason", "Ingen lider men.", "groundOn", "2026-03-05"));
        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(consents.groundFor(number, participant(BUP).id(), MEETING).orElseThrow().ground())
                .isEqualTo(Disclosure.Ground.HARM_TEST);
    }

    @Test
    @Clause("VGV-21")
    void aHinderedGuardianTakesADeciderAndAReason() {
        toConsent("20140312");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", guardians(yes(), Map.of("answer", "HINDERED"))))
                .hasMessageContaining("guardians[1].hinderedReason").hasMessageContaining("hinderedDecider");

        sip.fill(number, "samtycke", guardians(yes(), Map.of("answer", "HINDERED", "hinderedReason",
                "Inlagd på sjukhus, mötet kan inte vänta.", "hinderedDecider", "Kurator Anna Ek")));
        assertThat(decision().outcome()).isEqualTo("VALID");
        assertThat(decision().clauses().values()).contains("FB 6:13");
    }

    @Test
    @Clause("VGU-58")
    void aChildsConsentIsNeverPresumedAndNobodyAnswersForAnother() {
        toConsent("20140312");
        assertThatThrownBy(() -> fillWith(Map.of("substitute", "PRESUMED"))).hasMessageContaining("aldrig");
        assertThatThrownBy(() -> sip.complete(number, "samtycke", with(Journey.samtycke(), "guardians",
                List.of(with(new LinkedHashMap<>(yes()), "name", "Maria Lindqvist"),
                        with(new LinkedHashMap<>(yes()), "name", "Morfar")))))
                .hasMessageContaining("guardians[1].name").hasMessageContaining("ingen svarar för en annan");
    }

    @Test
    @Clause("VGV-08")
    void aUnitThatComesLaterIsCoveredOnlyByAnExtendedConsent() {
        toConsent("20140312");
        sip.fill(number, "samtycke", Journey.samtycke());
        sip.today("2026-03-10");
        journey.convener();
        var late = participants.save(new Participant(null, number, "vgr-habilitering-boras", "Habiliteringen",
                Principal.REGION, UnitKind.HABILITATION, null, null, "Bedömning", true, Participant.Duty.CALLED,
                "CHOSEN_BY_FAMILY", Codes.NONE, Participant.Status.CONFIRMED));
        assertThat(consents.coversUnit(number, late.id(), MEETING)).isFalse();

        var known = extension.known(where());
        assertThat((List<?>) known.get("recipients")).hasSize(1);
        assertThat(faults(extension, extended(ExchangeAnswer.PENDING))).extracting(Faults.Fault::field)
                .containsExactly("guardians[0].answer", "guardians[1].answer");
        extension.accept(extended(ExchangeAnswer.PENDING), where());
        assertThat(judge()).isEqualTo("MISSING_GUARDIAN");
        assertThat(consents.coversUnit(number, late.id(), MEETING)).isFalse();
        assertThat(consents.stateOn(number, MEETING)).as("the first consent stands").isEqualTo(ConsentState.VALID);

        assertThat(faults(extension, extended(ExchangeAnswer.YES))).isEmpty();
        extension.accept(extended(ExchangeAnswer.YES), where());
        assertThat(judge()).isEqualTo("VALID");
        assertThat(consents.coversUnit(number, late.id(), MEETING)).isTrue();
        assertThat(consents.inForceFrom(number, late.id())).contains(LocalDate.of(2026, 3, 10));
        assertThat(consents.coversUnit(number, late.id(), LocalDate.of(2027, 1, 1))).as("ends with the first")
                .isFalse();
        assertThat(judge()).as("asked again, the first consent is judged").isEqualTo("VALID");
    }

    @Test
    @Clause("VGV-08")
    void aNoToALaterUnitLeavesItOutAndTheRestStands() {
        toConsent("20140312");
        sip.fill(number, "samtycke", Journey.samtycke());
        sip.today("2026-03-10");
        journey.convener();
        var late = participants.save(new Participant(null, number, "vgr-habilitering-boras", "Habiliteringen",
                Principal.REGION, UnitKind.HABILITATION, null, null, "Bedömning", true, Participant.Duty.CALLED,
                "CHOSEN_BY_FAMILY", Codes.NONE, Participant.Status.CONFIRMED));
        extension.accept(extended(ExchangeAnswer.NO), where());

        assertThat(judge()).isEqualTo("REFUSED_ACCEPT");
        assertThat(participants.findById(late.id()).orElseThrow().status()).isEqualTo(Participant.Status.REMOVED);
        assertThat(consents.stateOn(number, MEETING)).isEqualTo(ConsentState.VALID);
    }

    @Test
    @Clause("VGU-63")
    void aRenewalThatIsNotAnsweredLeavesTheFirstToItsEnd() {
        toConsent("20140312");
        sip.fill(number, "samtycke", Journey.samtycke());
        sip.today("2026-12-01");
        journey.convener();
        renewal.accept(renewed(ExchangeAnswer.PENDING), where());
        assertThat(consents.stateOn(number, LocalDate.of(2026, 12, 31))).isEqualTo(ConsentState.VALID);
        assertThat(consents.stateOn(number, LocalDate.of(2027, 1, 1))).isNotEqualTo(ConsentState.VALID);

        renewal.accept(renewed(ExchangeAnswer.YES), where());
        assertThat(consents.stateOn(number, LocalDate.of(2027, 12, 1))).isEqualTo(ConsentState.VALID);
        assertThat(consents.coversUnit(number, participant(BUP).id(), LocalDate.of(2027, 6, 1))).isTrue();
    }

    /** The phase alone, as the case's process calls it: what follows an ending is another step's. */
    @Test
    @Clause({"VGU-68", "VGU-70", "VGV-08"})
    void oneGuardiansNoIsAcceptedAndEndsThePhase() {
        number = journey.toPreparation(Children.bornOn("20140312"));
        sip.today("2026-03-05");
        journey.convener();
        processes.start("samtycke", "vgr", number, Map.of(ProcessVariable.CONVENER_GROUP, Journey.SCHOOL));
        assertThat(cases.byNumber(number).phase()).isEqualTo(CasePhase.CONSENT);

        sip.fill(number, "samtycke", with(with(guardians(yes(), no()), "childAnswer", "PENDING"), "recipients", null));

        assertThat(decision().outcome()).isEqualTo("REFUSED_ACCEPT");
        assertThat(decision().why()).contains("insatser fortsätter").contains("FB 6:13 a");
        assertThat(sip.open(number)).doesNotContain("samtycke");
        assertThat(log.of(number)).anyMatch(e -> e.kind().equals("CONSENT_REFUSED"));
        assertThat(consents.stateOn(number, MEETING)).isEqualTo(ConsentState.REFUSED_ACCEPT);
    }

    @Test
    @Clause({"VGU-46", "VGU-59", "VGV-23"})
    void anOralConsentRemindsOfTheOwnDocumentation() {
        toConsent("20140312");
        sip.fill(number, "samtycke", guardians(yes("2026-03-05", "ORAL"), yes()));

        assertThat(log.of(number)).anyMatch(e -> e.kind().equals("DOCUMENT_IN_OWN_SYSTEM"));
    }

    @Test
    @Clause({"VGU-65", "VGU-139"})
    void thePlanIsDecidedAtTheMeeting() {
        toConsent("20140312");
        var undecided = new LinkedHashMap<>(yes());
        undecided.put("plan", "DECIDES_AT_MEETING");
        sip.fill(number, "samtycke", guardians(yes(), undecided));
        assertThat(consents.planPart(number)).isEqualTo(PlanConsent.DECIDES_AT_MEETING);

        consents.decidePlanPart(number, PlanConsent.NO, MEETING, "Båda vårdnadshavarna på mötet");
        assertThat(consents.planPart(number)).isEqualTo(PlanConsent.NO);
    }

    private void toConsent(String born) {
        number = journey.toConsent(Children.bornOn(born));
        sip.today("2026-03-05");
        journey.convener();
    }

    private void fillWith(Map<String, Object> changes) {
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.putAll(changes);
        sip.fill(number, "samtycke", form);
    }

    private DecisionRecord decision() {
        return decisions.of(number).stream().filter(d -> d.tableKey().equals("samtycke"))
                .reduce((first, second) -> second).orElseThrow();
    }

    private Participant participant(String unit) {
        return participants.findByCaseNumberOrderById(number).stream().filter(p -> unit.equals(p.unitId()))
                .findFirst().orElseThrow();
    }

    private static Map<String, Object> guardians(Map<String, ?> one, Map<String, ?> other) {
        return with(Journey.samtycke(), "guardians", List.of(one, other));
    }

    private static Map<String, Object> yes() {
        return yes("2026-03-05", "WRITTEN");
    }

    private static Map<String, Object> yes(String on, String manner) {
        return Map.of("answer", "YES", "plan", "YES", "givenOn", on, "manner", manner);
    }

    private static Map<String, Object> no() {
        return Map.of("answer", "NO", "givenOn", "2026-03-05");
    }

    /** What the rule task after a form does. */
    private String judge() {
        var situation = new DecisionSituation(number, "vgr", new Variables());
        inputs.decided(tables.evaluate("vgr", null, "samtycke", inputs.inputs(situation)), situation);
        return decision().outcome();
    }

    private FormSituation where() {
        return new FormSituation("vgr", "sip", number, "task", staff.current().orElseThrow(), sip.today(),
                new Variables());
    }

    private List<Faults.Fault> faults(ConsentIntake intake, ConsentForm form) {
        var faults = new Faults();
        intake.check(form, where(), faults);
        return faults.list();
    }

    private ConsentForm extended(ExchangeAnswer answer) {
        return form(extension.known(where()), answer, null);
    }

    private ConsentForm renewed(ExchangeAnswer answer) {
        return form(renewal.known(where()), answer, LocalDate.of(2027, 12, 1));
    }

    private ConsentForm form(Map<String, Object> known, ExchangeAnswer answer, LocalDate until) {
        List<AnswerRow> guardians = new ArrayList<>();
        for (Object row : (List<?>) known.get("guardians")) {
            guardians.add(new AnswerRow((Long) ((Map<?, ?>) row).get("guardianId"),
                    (String) ((Map<?, ?>) row).get("name"), answer, PlanConsent.YES, sip.today(), Manner.WRITTEN, null,
                    null, null));
        }
        return new ConsentForm(false, true, sip.today(), recipients(known),
                List.of(new ConsentForm.InformationRow("Skolfrånvaro")), null, null, until, guardians, false,
                "För ung för frågan.", null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private ConsentForm ownForm(Map<String, Object> known, ExchangeAnswer answer, String until) {
        return new ConsentForm(true, true, sip.today(), recipients(known),
                List.of(new ConsentForm.InformationRow("Skolfrånvaro")), null, null, LocalDate.parse(until), null,
                null, null, answer, PlanConsent.YES, sip.today(), Manner.WRITTEN, null, null, null, null, true, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static List<ConsentForm.RecipientRow> recipients(Map<String, Object> known) {
        return ((List<?>) known.get("recipients")).stream().map(r -> (Map<?, ?>) r)
                .map(r -> new ConsentForm.RecipientRow((Long) r.get("participantId"), (String) r.get("name"), true,
                        null)).toList();
    }

    /** Variables of no process. */
    private static final class Variables implements CaseVariables {
        private final Map<ProcessVariable, Object> values = new EnumMap<>(ProcessVariable.class);

        @Override
        public Object get(ProcessVariable variable) {
            return values.get(variable);
        }

        @Override
        public void set(ProcessVariable variable, Object value) {
            values.put(variable, value);
        }

        @Override
        public void setCaseNumber(String caseNumber) {
            set(ProcessVariable.CASE_NUMBER, caseNumber);
        }
    }
}
