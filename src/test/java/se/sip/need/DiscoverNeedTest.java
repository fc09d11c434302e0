package se.sip.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.bedomning;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.decision.DecisionRecords;
import se.sip.testing.CaseDriver;
import se.sip.testing.SipTest;

@SipTest
class DiscoverNeedTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    DecisionRecords decisions;

    @BeforeEach
    void atTheStudentHealthService() {
        sip.today("2026-03-03").as("anna", "vgr-1490-elevhalsa");
    }

    @Test
    @Clause({"VGB-03", "VGB-04", "VGB-05", "VGB-20"})
    void schoolStartsWhenInterventionsFromBothPrincipalsAreNeeded() {
        String number = sip.start("sip", behov());

        assertThat(sip.open(number)).containsExactly("forbered");
        assertThat(decisions.of(number)).singleElement().satisfies(d -> {
            assertThat(d.outcome()).isEqualTo("SIP");
            assertThat(d.clauses().values()).contains("VGB-05");
        });
        assertThat(cases.byNumber(number).meetingDue()).isEqualTo(LocalDate.of(2026, 3, 23));
    }

    @ParameterizedTest
    @Clause({"VGB-03", "VGB-04", "VGB-19", "VGB-20", "VGV-02", "VGV-05", "VGV-10"})
    @ValueSource(strings = {"vgr-1490-elevhalsa", "vgr-1490-socialtjanst", "vgr-1490-lss", "vgr-1490-hsv",
            "vgr-1490-vc-centrum", "vgr-bup-boras", "vgr-habilitering-boras"})
    void whoeverWorksWithChildrenStartsOnTheSameTermsForAChildWhoIsUnwellOrHasSocialProblems(String unit) {
        sip.as("lena", unit);
        String number = sip.start("sip", with(with(with(behov(), "startingUnit", unit), "indicators",
                List.of("UNWELL_OR_SOCIAL")), "idNumber", se.sip.testing.Children.bornOn("20120202")));

        assertThat(decisions.of(number)).singleElement().satisfies(d -> assertThat(d.outcome()).isEqualTo("SIP"));
        assertThat(sip.groupsOf(sip.onlyTask(number, "forbered"))).containsExactly(unit);
    }

    @Test
    @Clause("VGB-05")
    void needsFromOnePrincipalOnlyGiveNoSip() {
        String number = sip.start("sip", with(behov(), "needsFrom", List.of("SCHOOL", "SOCIAL_SERVICES")));

        assertThat(decisions.of(number)).singleElement().satisfies(d -> assertThat(d.outcome()).isEqualTo("NO_SIP"));
        assertThat(sip.open(number)).doesNotContain("forbered");
    }

    @Test
    @Clause({"VGB-06", "VGB-17"})
    void anotherActorOnlySignalsAndTheClockCountsFromTheStartersOwnDiscovery() {
        var signal = new HashMap<>(behov());
        signal.remove("discoveredOn");
        signal.putAll(Map.of("origin", "OTHER_ACTOR", "askedBy", "Frivården", "signalledOn", "2026-02-27"));
        String number = sip.start("sip", signal);

        assertThat(sip.open(number)).containsExactly("bedomning");
        sip.complete(number, "bedomning", bedomning("2026-03-02"));

        var caseFile = cases.byNumber(number);
        assertThat(caseFile.signalledOn()).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(caseFile.discoveredOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(caseFile.meetingDue()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause({"VGB-09", "VGV-18"})
    void aRequestIsAcceptedUnlessSomebodySaysOtherwise() {
        var request = new HashMap<>(with(behov(), "idNumber", se.sip.testing.Children.bornOn("20120203")));
        request.remove("discoveredOn");
        request.putAll(Map.of("origin", "PERSON_REQUEST", "askedBy", "Mamma", "signalledOn", "2026-03-02"));
        String number = sip.start("sip", request);

        assertThat(sip.known(sip.onlyTask(number, "bedomning"), "bedomning").get("judgement").asText())
                .isEqualTo("ACCEPT");
        assertThat(sip.groupsOf(sip.onlyTask(number, "bedomning"))).as("who was asked judges")
                .containsExactly("vgr-1490-elevhalsa");
        sip.fill(number, "bedomning", Map.of("discoveredOn", "2026-03-03"));
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause({"VGB-08", "VGB-10", "VGB-11"})
    void denyingARequestTakesAReasonAndTheExceptionConfirmed() {
        var request = new HashMap<>(behov());
        request.remove("discoveredOn");
        request.putAll(Map.of("origin", "PERSON_REQUEST", "askedBy", "Mamma", "signalledOn", "2026-03-02"));
        String number = sip.start("sip", request);

        assertThatThrownBy(() -> sip.complete(number, "bedomning", Map.of("judgement", "DENY")))
                .hasMessageContaining("denialReason").hasMessageContaining("exceptional");
        assertThat(sip.open(number)).containsExactly("bedomning");

        sip.complete(number, "bedomning", Map.of("judgement", "DENY", "exceptional", true, "denialReason",
                "Behovet är redan samordnat."));
        assertThat(decisions.of(number)).singleElement().satisfies(d -> {
            assertThat(d.outcome()).isEqualTo("DENIED");
            assertThat(d.clauses().values()).contains("VGB-11");
        });
    }

    @Test
    @Clause("VGB-13")
    void aChildInHospitalFollowsAnotherRoutine() {
        String number = sip.start("sip", with(behov(), "inpatient", true));

        assertThat(decisions.of(number)).singleElement()
                .satisfies(d -> assertThat(d.outcome()).isEqualTo("DISCHARGE"));
    }

    @Test
    @Clause({"VGV-01", "VGU-01"})
    void theProcessForYouthGoesUpToTwentyYearsAndTheOneForAdultsFromThere() {
        String youth = sip.start("sip", with(behov(), "idNumber", "20050620-2381"));
        String adult = sip.start("sip", with(with(behov(), "idNumber", "19900222-2397"),
                "baseLevel", "TRIED"));

        assertThat(cases.byNumber(youth).audience()).isEqualTo(Audience.CHILD);
        assertThat(cases.byNumber(adult).audience()).isEqualTo(Audience.ADULT);
    }

    @Test
    void everyFaultIsToldAtOnceAndNoCaseIsLeft() {
        assertThatThrownBy(() -> sip.start("sip", Map.of("startingUnit", "vgr-bup-boras", "origin", "OWN_ASSESSMENT",
                "idNumber", "20140312-2384", "discoveredOn", "2026-03-04")))
                .hasMessageContaining("startingUnit").hasMessageContaining("idNumber")
                .hasMessageContaining("discoveredOn").hasMessageContaining("givenName")
                .hasMessageContaining("needsFrom").hasMessageNotContaining("2384");
    }

    @Test
    void aSecondStartTellsOnlyTheRunningCasesConvener() {
        String child = se.sip.testing.Children.bornOn("20110930");
        String first = sip.start("sip", with(behov(), "idNumber", child));
        sip.as("bo", "vgr-bup-boras");
        String second = sip.start("sip", with(with(behov(), "idNumber", child), "startingUnit",
                "vgr-bup-boras"));

        assertThat(log.of(first)).anyMatch(e -> e.kind().equals("NOTICE_SECOND_START"));
        assertThat(log.of(second)).noneMatch(e -> e.kind().equals("NOTICE_SECOND_START"));
    }
}
