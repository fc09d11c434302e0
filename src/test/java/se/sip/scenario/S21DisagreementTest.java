package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.DalarnaJourney.BUP;
import static se.sip.testing.DalarnaJourney.SCHOOL;
import static se.sip.testing.DalarnaJourney.SOCIAL;
import static se.sip.testing.DalarnaJourney.allThree;
import static se.sip.testing.FormContent.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.plan.Intervention;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** S21, Dalarna: BUP wants the school to promise one-to-one teaching, and the school says no. */
@SipTest
class S21DisagreementTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    DalarnaJourney dalarna;
    @Autowired
    Plans plans;

    @Test
    @Clause({"BOR-64", "BOR-70"})
    void nobodyDecidesForAnotherAndTheDisagreementIsTold() {
        String number = dalarna.toMeeting(Children.bornOn("20140501"), allThree());
        // The school's representative was there without the mandate to promise it; BUP's had one for BUP.
        var mote = Journey.mote(sip.known(dalarna.meetingTask(number), "mote"));
        var rows = new java.util.ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "mote"), "mote").get("attendance").forEach(row -> rows.add(Map.of("present", true,
                "who", "Kim Ek", "workRole", "Handläggare", "mandate",
                !row.path("party").asText().equals(SCHOOL))));
        mote.put("attendance", rows);
        dalarna.hold(number, mote);

        var plan = new LinkedHashMap<>(dalarna.plan(number));
        plan.put("interventions", List.of(Journey.intervention("En-till-en-undervisning", SCHOOL, true)));
        assertThatThrownBy(() -> sip.fill(number, "plan", plan)).as("BUP cannot confirm what the school is to do")
                .hasMessageContaining("interventions[0].confirmed");

        plan.put("interventions", List.of(Journey.intervention("En-till-en-undervisning", SCHOOL, false),
                Journey.intervention("Samtal varje vecka", BUP, true)));
        plan.put("viewsDiffer", true);
        assertThatThrownBy(() -> sip.fill(number, "plan", plan)).as("disagreement in words")
                .hasMessageContaining("disagreement");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan, "viewsDiffer", null)))
                .as("it is made clear whether there is any").hasMessageContaining("viewsDiffer");
        plan.put("disagreement", "BUP vill ha en-till-en-undervisning. Skolan anser att stöd i klassen räcker.");
        sip.fill(number, "plan", plan);
        sip.runJobs();

        PlanVersion current = plans.current(number).orElseThrow();
        assertThat(current.disagreement()).contains("BUP vill", "Skolan anser");
        assertThat(plans.interventionsOf(current)).filteredOn(i -> i.party().equals(SCHOOL)).singleElement()
                .extracting(Intervention::confirmation).isEqualTo(Intervention.Confirmation.UNCONFIRMED);
        Task ask = sip.tasksWith(number, "bekrafta").get(0);
        assertThat(sip.groupsOf(ask)).as("only the school can say yes").containsExactly(SCHOOL);
    }

    @Test
    @Clause({"BOR-62", "BOR-65", "BOR-66", "BOR-67", "BOR-68", "BOR-72"})
    void bothMainResponsibleAndFamilyContactAreNamedAndAllWhoCameGetACopy() {
        String number = dalarna.toMeeting(Children.bornOn("20140502"), allThree());
        var mote = Journey.mote(sip.known(dalarna.meetingTask(number), "mote"));
        var rows = new java.util.ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "mote"), "mote").get("attendance").forEach(row -> rows.add(
                row.path("party").asText().equals(SOCIAL) ? Map.of("present", false, "absentWhy", "Sjuk")
                        : Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
        mote.put("attendance", rows);
        dalarna.hold(number, mote);

        var plan = dalarna.plan(number);
        var bare = new LinkedHashMap<>(Journey.intervention("Anpassat schema", SCHOOL, true));
        bare.keySet().removeAll(List.of("howOften", "place", "performer"));
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan, "interventions", List.of(bare))))
                .as("how often, where, by whom").hasMessageContaining("interventions[0].howOften")
                .hasMessageContaining("interventions[0].place").hasMessageContaining("interventions[0].performer");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(with(plan, "familyContactUnit", null),
                "familyContactPerson", null))).hasMessageContaining("familyContactUnit")
                .hasMessageContaining("familyContactPerson");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan, "responsiblePerson", " ")))
                .hasMessageContaining("responsiblePerson");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan, "followUpOn", null)))
                .as("never without a follow-up").hasMessageContaining("followUpOn");
        sip.fill(number, "plan", plan);
        sip.runJobs();

        PlanVersion current = plans.current(number).orElseThrow();
        assertThat(current.familyContactUnit()).isEqualTo(SCHOOL);
        assertThat(current.familyContactPerson()).isEqualTo("Disa Kurator");
        assertThat(current.copies()).extracting(PlanVersion.Copy::party).as("who came, and nobody else")
                .contains(BUP).doesNotContain(SOCIAL);
    }
}
