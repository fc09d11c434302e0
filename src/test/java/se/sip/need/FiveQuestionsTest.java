package se.sip.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.DalarnaJourney.allThree;
import static se.sip.testing.DalarnaJourney.behov;
import static se.sip.testing.FormContent.with;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.party.PartiesOfCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.FormContent;
import se.sip.testing.SipTest;

/** Before a SIP starts in Dalarna: 5 frågor, three checks, and what the family is met with. */
@SipTest
class FiveQuestionsTest {

    @Autowired
    private CaseDriver sip;
    @Autowired
    private DalarnaJourney dalarna;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private NeedAssessments assessments;
    @Autowired
    private PartiesOfCase parties;

    @Test
    @Clause({"BOR-17", "BOR-18", "BOR-19", "BOR-20", "BOR-25"})
    void nothingStartsBeforeTheToolIsUsedAndTheChecksAreAnswered() {
        sip.today("2026-03-03");
        dalarna.convener();
        var form = new LinkedHashMap<>(behov(Children.bornOn("20140312")));
        form.keySet().removeAll(DalarnaJourney.checklist().keySet());
        refused(form, "moreActors", "mustCoordinate", "informationComplete", "fiveQuestionsUsed", "knowsDutyToReport");
    }

    @ParameterizedTest
    @Clause({"BOR-20", "BOR-25"})
    @CsvSource({"fiveQuestionsUsed,false,fiveQuestionsUsed", "fiveQuestionsOn,2026-03-04,fiveQuestionsOn",
            "fiveQuestionsOn,,fiveQuestionsOn", "fiveQuestionsBy,,fiveQuestionsBy",
            "knowsDutyToReport,false,knowsDutyToReport"})
    void theDayAndByWhomAreMandatoryAndARefusalToKnowIsNoAnswer(String field, String value, String fault) {
        sip.today("2026-03-03");
        dalarna.convener();
        var form = behov(Children.bornOn("20140313"));
        form.put(field, "false".equals(value) ? (Object) false : value);
        refused(form, fault);
    }

    @Test
    @Clause({"BOR-19", "BOR-20"})
    void whatIsMissingFollowsToThePreparation() {
        var form = with(with(behov(Children.bornOn("20140314")), "informationComplete", false), "firstAnswer",
                "Sover dåligt.");
        sip.today("2026-03-03");
        dalarna.convener();
        refused(form, "informationMissing");
        String number = sip.start("sip", with(form, "informationMissing", "Vilken vårdcentral?"));

        assertThat(assessments.of(number)).hasValueSatisfying(a -> {
            assertThat(a.fiveQuestionsOn()).isEqualTo(LocalDate.parse("2026-03-02"));
            assertThat(a.fiveQuestionsBy()).isEqualTo("Disa Kurator, elevhälsan");
            assertThat(a.firstAnswer()).isEqualTo("Sover dåligt.");
        });
        assertThat(assessments.missing(number)).isEqualTo("Vilken vårdcentral?");
    }

    @ParameterizedTest
    @Clause({"BOR-17", "BOR-18"})
    @CsvSource({"moreActors,BOR-17", "mustCoordinate,BOR-18"})
    void aCheckAnsweredNoEndsAsNoSipAndSaysWhy(String check, String clause) {
        String number = dalarna.toPreparation(with(behov(Children.bornOn("20140315")), check, false));

        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_SIP_DUE);
        assertThat(sip.open(number)).doesNotContain("forbered");
    }

    @Test
    @Clause({"BOR-20", "BOR-21", "BOR-22"})
    void aRequestIsAnsweredByWhoeverJudgesIt() {
        var form = with(with(with(behov(Children.bornOn("20140316")), "origin", "PERSON_REQUEST"), "askedBy", "Mamma"),
                "signalledOn", "2026-03-02");
        form.keySet().removeAll(DalarnaJourney.checklist().keySet());
        String number = dalarna.toPreparation(with(form, "discoveredOn", null));

        var judged = new LinkedHashMap<String, Object>(Map.of("judgement", "ACCEPT", "discoveredOn", "2026-03-03",
                "needsFrom", List.of("SCHOOL", "CHILD_PSYCHIATRY")));
        assertThatThrownBy(() -> sip.fill(number, "bedomning", judged)).hasMessageContaining("fiveQuestionsUsed");
        judged.putAll(DalarnaJourney.checklist());
        sip.fill(number, "bedomning", judged);

        assertThat(sip.open(number)).contains("forbered");
    }

    @Test
    @Clause("BOR-22")
    void aDenialNeedsItsReasonThoughTheChecklistAsksForNone() {
        var form = with(with(with(behov(Children.bornOn("20140317")), "origin", "PERSON_REQUEST"), "askedBy", "Mamma"),
                "signalledOn", "2026-03-02");
        String number = dalarna.toPreparation(form);

        assertThatThrownBy(() -> sip.fill(number, "bedomning", Map.of("judgement", "DENY", "exceptional", true)))
                .hasMessageContaining("denialReason");
        sip.fill(number, "bedomning", Map.of("judgement", "DENY", "exceptional", true, "denialReason",
                "Skolan kan själv ge stödet."));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.DENIED);
    }

    @Test
    @Clause("BOR-12")
    void twoOfThreeAreEnoughAndOnlyMunicipalOnesAreALocalAgreement() {
        String local = dalarna.toPreparation(with(behov(Children.bornOn("20140318")), "needsFrom",
                List.of("SCHOOL", "SOCIAL_SERVICES")));
        String statutory = dalarna.toPreparation(with(behov(Children.bornOn("20140319")), "needsFrom",
                List.of("SCHOOL", "CHILD_PSYCHIATRY")));
        String one = dalarna.toPreparation(with(behov(Children.bornOn("20140320")), "needsFrom",
                List.of("CHILD_PSYCHIATRY", "HEALTH_CENTRE")));
        String independent = dalarna.toPreparation(with(behov(Children.bornOn("20140321")), "needsFrom",
                List.of("INDEPENDENT_SCHOOL", "CHILD_PSYCHIATRY")));

        assertThat(sip.open(local)).contains("forbered");
        assertThat(parties.isStatutory(local)).isFalse();
        assertThat(parties.localAgreement(local)).hasValueSatisfying(w -> assertThat(w).contains("BOR-12"));
        assertThat(parties.isStatutory(statutory)).isTrue();
        assertThat(cases.byNumber(one).endKind()).isEqualTo(EndKind.NO_SIP_DUE);
        assertThat(parties.isStatutory(independent)).as("an independent school is no authority").isFalse();
    }

    @Test
    @Clause({"BOR-09", "BOR-26", "BOR-33"})
    void theFamilyIsMetAndToldThatASipGivesNoPriorityBeforeAnyoneIsCalled() {
        String number = dalarna.toPreparation(behov(Children.bornOn("20140322")));
        sip.today("2026-03-04");
        var form = DalarnaJourney.forbered(allThree());

        refusedToPrepare(number, with(form, "metOn", null), "metOn");
        refusedToPrepare(number, with(form, "metOn", "2026-03-05"), "metOn");
        refusedToPrepare(number, with(form, "noPriorityTold", false), "noPriorityTold");
        refusedToPrepare(number, with(form, "questions", List.of()), "questions");
        sip.fill(number, "forbered", form);
        assertThat(sip.open(number)).contains("enheter");
    }

    @Test
    @Clause("BOR-12")
    void adultsAreNotTheChecklistsAndNeedBothPrincipals() {
        sip.today("2026-03-03").asIn("dalarna", "disa", "dalarna-2081-socialtjanst");
        var form = new LinkedHashMap<>(FormContent.behov());
        form.keySet().removeIf(k -> k.equals("guardians"));
        form.put("startingUnit", "dalarna-2081-socialtjanst");
        form.put("idNumber", "19800603-9856");
        form.put("municipality", "2081");
        form.put("indicators", List.of());
        form.put("riskGroups", List.of());
        form.put("needsFrom", List.of("SOCIAL_SERVICES", "MUNICIPAL_HEALTH"));
        String number = sip.start("sip", form);

        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.NO_SIP_DUE);
    }

    private void refusedToPrepare(String number, Map<String, Object> form, String fault) {
        assertThatThrownBy(() -> sip.fill(number, "forbered", form)).hasMessageContaining(fault);
    }

    private void refused(Map<String, ?> form, String... fields) {
        var thrown = assertThatThrownBy(() -> sip.start("sip", new LinkedHashMap<>(form)));
        for (String field : fields) {
            thrown.hasMessageContaining(field);
        }
    }
}
