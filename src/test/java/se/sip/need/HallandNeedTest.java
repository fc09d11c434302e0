package se.sip.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.SCHOOL;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant.Duty;
import se.sip.casefile.ParticipantRepository;
import se.sip.engine.EngineDates;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.SipTest;

/** Who discovers, points out and asks for a SIP in Halland. */
@SipTest
class HallandNeedTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    CaseFiles cases;
    @Autowired
    ParticipantRepository participants;

    @ParameterizedTest
    @Clause({"HAL-10", "HAL-22"})
    @ValueSource(strings = {SCHOOL, "halland-1380-forskola", "halland-1380-socialtjanst", "halland-bup-halmstad"})
    void schoolAndPreschoolStartOnTheSameTermsAsSocialServicesAndHealthCare(String unit) {
        sip.today("2026-03-03").asIn("halland", "lena", unit);
        String number = sip.start("sip", with(HallandJourney.behov(Children.bornOn("20121104")), "startingUnit", unit));
        assertThat(sip.groupsOf(sip.onlyTask(number, "forbered"))).containsExactly(unit);
    }

    @Test
    @Clause("HAL-10")
    void schoolIsCalledWithTheSameDutyAsTheOthers() {
        sip.today("2026-03-03").asIn("halland", "sara", HallandJourney.SOCIAL);
        String number = sip.start("sip", with(with(HallandJourney.behov(Children.bornOn("20121104")), "startingUnit",
                HallandJourney.SOCIAL), "needsFrom", List.of("SCHOOL", "CHILD_PSYCHIATRY")));
        sip.fill(number, "forbered", HallandJourney.forbered(HallandJourney.need("SCHOOL", true, SCHOOL),
                HallandJourney.need("CHILD_PSYCHIATRY", true, HallandJourney.BUP)));
        assertThat(participants.findByCaseNumberOrderById(number)).filteredOn(p -> SCHOOL.equals(p.unitId()))
                .singleElement().satisfies(p -> assertThat(p.duty()).isEqualTo(Duty.CALLED));
    }

    @Test
    @Clause("HAL-23")
    void anotherActorPointsANeedOutAndTheUnitThatMayStartJudgesIt() {
        sip.today("2026-03-02").asIn("halland", "frida", "halland-frivarden");
        var own = with(HallandJourney.behov(Children.bornOn("20121104")), "startingUnit", "halland-frivarden");
        assertThatThrownBy(() -> sip.start("sip", own)).hasMessageContaining("startingUnit")
                .hasMessageContaining("påtala");

        var signal = new LinkedHashMap<>(with(own, "discoveredOn", null));
        signal.putAll(Map.of("origin", "OTHER_ACTOR", "assessingUnit", HallandJourney.SOCIAL, "askedBy", "Frivården",
                "signalledOn", "2026-03-02"));
        String number = sip.start("sip", signal);
        assertThat(sip.open(number)).containsExactly("bedomning");
        assertThat(sip.groupsOf(sip.onlyTask(number, "bedomning"))).containsExactly(HallandJourney.SOCIAL);
    }

    @Test
    @Clause("HAL-24")
    void childAndGuardianMayAskAndTheAnswerIsYesUnlessSomebodyDecidesOtherwise() {
        var asked = new LinkedHashMap<>(with(HallandJourney.behov(Children.bornOn("20121104")), "discoveredOn", null));
        asked.putAll(Map.of("origin", "PERSON_REQUEST", "askedBy", "Lo själv", "signalledOn", "2026-03-02"));
        String number = halland.toPreparation(asked);

        var task = sip.onlyTask(number, "bedomning");
        assertThat(EngineDates.dayOf(task.getDueDate())).as("within a few days").isEqualTo("2026-03-08");
        assertThat(sip.known(task, "bedomning").get("judgement").asText()).isEqualTo("ACCEPT");
        sip.fill(number, "bedomning", Map.of("discoveredOn", "2026-03-03", "needsFrom",
                List.of("SCHOOL", "CHILD_PSYCHIATRY")));
        assertThat(sip.open(number)).containsExactly("forbered");
        assertThat(cases.byNumber(number).meetingDue()).isEqualTo(LocalDate.of(2026, 4, 2));
    }
}
