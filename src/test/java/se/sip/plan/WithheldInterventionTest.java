package se.sip.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;
import static se.sip.testing.Journey.intervention;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.document.Document;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What would harm the child if a guardian knew is not in what guardians get (OSL 12:3). */
@SipTest
class WithheldInterventionTest {

    private static final String OPEN = "Anpassat schema";
    private static final String BUP_NAME = "Barn- och ungdomspsykiatrin (BUP) i Borås";
    private static final String SECRET = "Samtal om det som har hänt hemma";
    private static final String WHY = "Risk att Alva straffas";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Documents documents;
    @Autowired
    Notices notices;
    @Autowired
    WebApplicationContext context;

    @Test
    @Clause("VGU-43")
    void theGuardiansPlanLacksItAndTheUnitsAndTheMatureChildsHoldIt() throws Exception {
        String number = toPlan(Children.bornOn("20100312"), "CAN_DECIDE");
        var withoutReason = with(plan(number), "interventions", List.of(row(null)));
        assertThatThrownBy(() -> sip.fill(number, "plan", withoutReason))
                .hasMessageContaining("interventions[0].notForGuardiansWhy");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan(number), "needs", "Börja med "
                + SECRET.toLowerCase() + " snart."))).as("what guardians read names it").hasMessageContaining("needs");
        sip.fill(number, "plan", plan(number));
        sip.runJobs();

        assertThat(secretIn(number, DocumentKind.PLAN)).containsExactlyInAnyOrderEntriesOf(Map.of("GUARDIAN", false,
                "PERSON", true, "UNIT", true));
        assertThat(page(number)).contains("Visas inte för vårdnadshavare: " + WHY);

        followUp(number);
        sip.as("anna", SCHOOL);
        JsonNode kept = known(number, "plan").get("interventions");
        assertThat(kept).hasSize(2);
        assertThat(kept.get(1).get("what").asText()).isEqualTo(SECRET);
        assertThat(kept.get(1).get("notForGuardians").asBoolean()).isTrue();
        assertThat(kept.get(1).get("notForGuardiansWhy").asText()).isEqualTo(WHY);
        sip.fill(number, "plan", Map.of("familyAgrees", true, "followUpOn", "2026-09-23", "followUpPlace",
                "Ängsskolan", "viewsDiffer", false, "familyCopy", "BY_POST"));
        sip.runJobs();

        assertThat(secretIn(number, DocumentKind.PLAN_REVISED)).containsExactlyInAnyOrderEntriesOf(Map.of("GUARDIAN",
                false, "PERSON", true, "UNIT", true));
    }

    @Test
    @Clause("VGU-43")
    void aChildWhoIsNotAssessedAsMatureGetsWhatTheGuardiansMayRead() throws Exception {
        String number = toPlan(Children.bornOn("20140312"), "NOT_ASSESSED");
        sip.fill(number, "plan", plan(number));
        sip.runJobs();

        assertThat(secretIn(number, DocumentKind.PLAN)).containsExactlyInAnyOrderEntriesOf(Map.of("GUARDIAN", false,
                "PERSON", false, "UNIT", true));

        sip.as("bo", BUP);
        Task report = sip.tasksWith(number, "rapport").stream()
                .filter(t -> sip.groupsOf(t).contains(BUP)).findFirst().orElseThrow();
        sip.fill(report, "rapport", Map.of("outcome", "FAILED", "reportedBy", "Bo Berg", "note", "Ingen tid"));
        sip.runJobs();
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.INTERVENTION_FAILED)
                .extracting(Notice::recipient).containsExactlyInAnyOrder(Addressee.unit(SCHOOL),
                        Addressee.unit(SOCIAL), Addressee.unit(BUP));
    }

    private String toPlan(String idNumber, String maturity) {
        String number = journey.toConsent(idNumber);
        sip.today("2026-03-05");
        var consent = with(Journey.samtycke(), "maturity", maturity);
        if (maturity.equals("CAN_DECIDE")) {
            consent.putAll(Map.of("maturityReason", "Förstår vad SIP innebär", "maturityBy", "Anna Kurator"));
        }
        sip.fill(number, "samtycke", consent);
        sip.today("2026-03-06");
        sip.fill(number, "kallelse", Journey.kallelse(known(number, "kallelse")));
        sip.runJobs();
        for (Task task : sip.tasksWith(number, "svar")) {
            sip.as("kollega", SCHOOL, SOCIAL, BUP);
            sip.fill(task, "svar", Journey.svar());
        }
        sip.runJobs();
        sip.today("2026-03-19").runJobs();
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        journey.convener();
        sip.fill(number, "mote", Journey.mote(known(number, "mote")));
        return number;
    }

    private Map<String, Object> plan(String number) {
        return with(with(Journey.plan(known(number, "plan")), "familyCopy", "BY_POST"), "interventions",
                List.of(row(WHY), intervention(OPEN, SCHOOL, true)));
    }

    private static Map<String, Object> row(String why) {
        return with(with(intervention(SECRET, BUP, true), "notForGuardians", true), "notForGuardiansWhy", why);
    }

    private void followUp(String number) {
        sip.goTo("2026-06-03").as("anna", SCHOOL);
        sip.fill(number, "kalla_uppfoljning", Map.of("meetsOn", "2026-06-24", "startsAt", "08:00", "endsAt", "09:00",
                "place", "Ängsskolan", "documenter", "Anna Kurator", "suitsFamily", true));
        sip.goTo("2026-06-24").as("anna", SCHOOL);
        var held = new LinkedHashMap<>(Journey.mote(known(number, "uppfoljning")));
        held.remove("allPrepared");
        held.putAll(Map.of("heldOn", "2026-06-24", "startedAt", "08:00", "endedAt", "08:45", "goals", "På god väg",
                "needFromRegion", true, "needFromMunicipality", true, "goalChange", "UNCHANGED"));
        sip.fill(number, "uppfoljning", held);
        sip.runJobs();
    }

    /** Whether the intervention, or that there is one, stands in the documents of each kind of addressee. */
    private Map<String, Boolean> secretIn(String number, DocumentKind kind) throws Exception {
        sip.deliver(number);
        var found = new TreeMap<String, Boolean>();
        for (Document document : documents.of(number)) {
            if (document.kind() == kind) {
                String text = text(document.content());
                assertThat(text.contains(BUP_NAME)).as("a unit that does nothing else is named to " + document.addressee())
                        .isEqualTo(text.contains(SECRET));
                assertThat(text).as(document.addressee()).contains(OPEN).doesNotContain(WHY, "Visas inte");
                found.merge(document.addressee().split(":")[0], text.contains(SECRET), (a, b) -> {
                    assertThat(a).as(document.addressee()).isEqualTo(b);
                    return a;
                });
            }
        }
        return found;
    }

    private String page(String number) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).build()
                .perform(get("/arenden/" + number).principal(() -> "anna")).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private JsonNode known(String number, String form) {
        return sip.known(sip.onlyTask(number, form), form);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
