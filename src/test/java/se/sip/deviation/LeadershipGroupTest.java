package se.sip.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.DalarnaJourney.BUP;
import static se.sip.testing.DalarnaJourney.SCHOOL;
import static se.sip.testing.DalarnaJourney.allThree;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.SipTest;

/** Deviations in Dalarna: a reference per principal, and a copy that identifies nobody for the next ledningsgrupp. */
@SipTest
class LeadershipGroupTest {

    private static final Set<String> DALARNA = Set.of("dalarna");

    @Autowired
    private CaseDriver sip;
    @Autowired
    private DalarnaJourney dalarna;
    @Autowired
    private Deviations deviations;
    @Autowired
    private LeadershipGroup group;
    @Autowired
    private RuleBook rules;

    @Test
    @Clause({"BOR-80", "BOR-81", "BOR-82"})
    void eachPrincipalMakesItInItsOwnSystemAndOneCopyGoesToTheNextMeeting() {
        String number = dalarna.toAnswers(Children.bornOn("20140601"), allThree());
        noted(number, BUP);
        assertThat(sip.tasksWith(number, "avvikelse")).hasSize(2);

        make(number, SCHOOL, "KOM-2026-17", "Kallelsen nådde inte rätt enhet.");
        make(number, BUP, "REG-4711", "Kallelsen blev liggande.");

        assertThat(deviations.of(number)).extracting(Deviation::reference).containsExactly("KOM-2026-17", "REG-4711");
        var copy = group.copies(DALARNA, false).stream().filter(c -> c.references().contains("Kommunen: KOM-2026-17"))
                .findFirst().orElseThrow();
        assertThat(copy.references()).containsExactly("Kommunen: KOM-2026-17", "Regionen: REG-4711");
        assertThat(copy.kinds()).containsExactly("Skola och elevhälsa", "Barn- och ungdomspsykiatri");
        assertThat(copy.month()).isEqualTo("2026-03");
        assertThat(copy.toString()).as("nothing of whom it was about").doesNotContain(number, "Bosse", "Lindqvist");
        assertThat(group.copies(Set.of("vgr"), false)).isEmpty();

        group.raised(DALARNA, LocalDate.parse("2026-04-10"), "chefen");
        assertThat(group.copies(DALARNA, false)).isEmpty();
        assertThat(group.copies(DALARNA, true)).anySatisfy(c -> assertThat(c.raisedOn())
                .isEqualTo(LocalDate.parse("2026-04-10")));
    }

    @ParameterizedTest
    @Clause("BOR-82")
    @ValueSource(strings = {"Bosse kom inte till mötet.", "Familjen Lindqvists kallelse.", "Maria fick inget brev.",
            "Gäller 20140602-1234.", "Gäller 140602 1234."})
    void aCopyThatIdentifiesSomebodyIsRefused(String text) {
        String number = dalarna.toPreparation(DalarnaJourney.behov(Children.bornOn("20140602")));
        noted(number, null);
        sip.asIn("dalarna", "disa", SCHOOL);

        assertThatThrownBy(() -> sip.fill(number, "avvikelse", Map.of("madeOn", "2026-03-03", "reference", "K-1",
                "copyText", text))).hasMessageContaining("copyText");
    }

    @Test
    @Clause({"BOR-81", "BOR-82"})
    void theReferenceTheCopyAndTheOtherUnitAreAskedFor() {
        String number = dalarna.toAnswers(Children.bornOn("20140603"), allThree());
        assertThatThrownBy(() -> noted(number, "dalarna-bup-mora")).hasMessageContaining("unit");
        assertThatThrownBy(() -> noted(number, SCHOOL)).as("the own unit").hasMessageContaining("unit");
        noted(number, null);
        sip.asIn("dalarna", "disa", SCHOOL);
        assertThatThrownBy(() -> sip.fill(number, "avvikelse", Map.of("madeOn", "2026-03-06")))
                .hasMessageContaining("reference").hasMessageContaining("copyText");
    }

    @Test
    @Clause("BOR-82")
    void managersOfUnitsInTheCountyReadTheCopies() {
        assertThat(group.isOpenTo(new StaffMember("chef", Set.of(SCHOOL + "-chef"), DALARNA))).isTrue();
        assertThat(group.isOpenTo(new StaffMember("handlaggare", Set.of(SCHOOL), DALARNA))).isFalse();
        assertThat(group.isOpenTo(new StaffMember("chef", Set.of("vgr-1490-elevhalsa-chef"), Set.of("vgr")))).isFalse();
    }

    @Test
    @Clause({"BOR-02", "BOR-03", "BOR-05", "BOR-07"})
    void theOwnersAreRemindedThatTheChecklistIsToBeRevised() {
        sip.today("2026-09-29");
        assertThat(rules.reminder(DALARNA)).as("more than three months left").isEmpty();
        sip.today("2026-09-30");
        assertThat(rules.reminder(DALARNA)).hasValueSatisfying(r -> assertThat(r).contains("bör revideras senast"
                + " 2026-12-31", "2024-09-10", "BK2022/942", "RD20/04734"));
        sip.today("2027-01-01");
        assertThat(rules.reminder(DALARNA)).hasValueSatisfying(r -> assertThat(r).contains("skulle ha reviderats"));
        assertThat(rules.reminder(Set.of("vgr", "halland", "testlan"))).isEmpty();
    }

    private void noted(String number, String other) {
        dalarna.convener();
        var event = new HashMap<String, Object>(Map.of("caseNumber", number, "kind", "DEVIATION", "reason",
                "Kallelsen kom inte fram."));
        if (other != null) {
            event.put("unit", other);
        }
        sip.start("handelse", event);
        sip.runJobs();
    }

    private void make(String number, String unit, String reference, String copy) {
        sip.asIn("dalarna", "kollega", unit);
        Task task = sip.tasksWith(number, "avvikelse").stream().filter(t -> sip.groupsOf(t).contains(unit)).findFirst()
                .orElseThrow();
        sip.fill(task, "avvikelse", Map.of("madeOn", "2026-03-06", "reference", reference, "copyText", copy));
    }
}
