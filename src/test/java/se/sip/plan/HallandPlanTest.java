package se.sip.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.BUP;
import static se.sip.testing.HallandJourney.SCHOOL;
import static se.sip.testing.HallandJourney.SOCIAL;
import static se.sip.testing.HallandJourney.need;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseLog;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Delivery;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.correspondence.document.Document;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.OpenForm;
import se.sip.testing.SipTest;

/** Documenting and following up by Halland's guidance. */
@SipTest
class HallandPlanTest {

    private static final String PRESCHOOL = "halland-1380-forskola";

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    Plans plans;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    @Autowired
    Outbox outbox;
    @Autowired
    Documents documents;
    @Autowired
    WebApplicationContext context;

    @Test
    @Clause({"HAL-07", "HAL-81", "HAL-99", "HAL-112", "HAL-113"})
    void whoDoesWhatAndWhenNobodyDecidesForAnotherAndAFollowUpIsAlwaysPlanned() throws Exception {
        String number = toPlan(need("SCHOOL", true, SCHOOL), need("SOCIAL_SERVICES", true, SOCIAL),
                need("CHILD_PSYCHIATRY", true, BUP));
        assertThat(writtenIn(number)).as("all use it").isEqualTo("Lifecare SP");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan(number), "interventions",
                List.of(Map.of("separateDecision", false, "confirmed", false))))).hasMessageContaining("what")
                .hasMessageContaining("owner").hasMessageContaining("startsOn");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan(number), "interventions",
                List.of(row("Stödfamilj", SOCIAL, true))))).as("social services were not there")
                .hasMessageContaining("interventions[0].confirmed");
        assertThatThrownBy(() -> sip.fill(number, "plan", with(plan(number), "followUpOn", null)))
                .hasMessageContaining("followUpOn");
        sip.fill(number, "plan", with(with(plan(number), "interventions", List.of(row("Stödfamilj", SOCIAL, false),
                row("Samtal", BUP, true))), "followUpOn", "2026-04-02"));
        sip.runJobs();
        assertThat(plans.current(number)).get().satisfies(p -> assertThat(p.followUpOn())
                .as("the needs decide when, here the week after").isEqualTo("2026-04-02"));
        var stand = sip.onlyTask(number, "bekrafta");
        assertThat(sip.groupsOf(stand)).as("social services take their own stand").containsExactly(SOCIAL);
    }

    @Test
    @Clause({"HAL-07", "HAL-67", "HAL-95", "HAL-98", "HAL-99", "HAL-107", "HAL-109", "HAL-110"})
    void theFinalPlanIsUnsignedPrintedForThoseWithoutLifecareAndLeavesEachTheirOwnRecords() throws Exception {
        String number = toPlan(need("SCHOOL", true, SCHOOL), need("CHILD_PSYCHIATRY", true, BUP),
                need("PRESCHOOL", true, PRESCHOOL));
        assertThat(writtenIn(number)).as("preschool does not use Lifecare")
                .isEqualTo("Mallen Samordnad individuell plan på Vårdgivarwebben");
        sip.fill(number, "plan", with(plan(number), "interventions", List.of(with(row("Kontaktfamilj", SCHOOL, true),
                "separateDecision", true), row("Samtal", BUP, true))));
        sip.runJobs();
        assertThat(plans.current(number)).as("nobody has signed anything").get()
                .satisfies(p -> assertThat(p.status()).isEqualTo(PlanVersion.Status.CURRENT));
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("DOCUMENT_IN_OWN_SYSTEM"))
                .extracting(CaseEvent::note).filteredOn(note -> note.contains("HAL-109")).hasSize(3);
        assertThat(outbox.of(number)).filteredOn(d -> d.purpose() == Purpose.PLAN)
                .filteredOn(d -> PRESCHOOL.equals(d.addresseeKey())).extracting(Delivery::way)
                .containsExactly(Way.LETTER);
        assertThat(outbox.of(number)).filteredOn(d -> d.purpose() == Purpose.PLAN)
                .filteredOn(d -> BUP.equals(d.addresseeKey())).extracting(Delivery::way)
                .containsExactly(Way.IT_SERVICE);

        sip.deliver(number);
        assertThat(printed(number)).contains("Samtal", "BUP", "från 26 mars 2026", "Kontaktfamilj",
                "Ansökan eller utredning, beslutas separat", "Hanna Kurator", "kontaktperson för planen")
                .doesNotContain("namnteckning", "Underskrift");
    }

    @Test
    @Clause({"HAL-05", "HAL-115", "HAL-117"})
    void anInterventionThatCouldNotBeDoneIsToldToAllAndTheNextMeetingAsksAboutIt() throws Exception {
        String number = toPlan(need("SCHOOL", true, SCHOOL), need("SOCIAL_SERVICES", true, SOCIAL),
                need("CHILD_PSYCHIATRY", true, BUP));
        sip.fill(number, "plan", plan(number));
        sip.runJobs();
        sip.asIn("halland", "berit", BUP);
        var report = sip.tasksWith(number, "rapport").stream().filter(t -> sip.groupsOf(t).contains(BUP)).findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> sip.fill(report, "rapport", Map.of("outcome", "FAILED", "reportedBy", "Berit")))
                .hasMessageContaining("note");
        sip.fill(report, "rapport", Map.of("outcome", "FAILED", "reportedBy", "Berit", "note", "Ingen plats."));
        sip.runJobs();
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.INTERVENTION_FAILED)
                .extracting(Notice::recipient).contains(Addressee.unit(SCHOOL), Addressee.unit(SOCIAL),
                        Addressee.unit(BUP), Addressee.person());

        sip.goTo("2026-06-04");
        halland.convener();
        assertThat(OpenForm.shown(context, sip.onlyTask(number, "kalla_uppfoljning")).get("agenda")).hasSize(5)
                .extracting(question -> question.asText()).contains("Har målen nåtts?",
                        "Finns ny information, till exempel ny skola eller adress?", "Har insatserna genomförts?",
                        "Vilken effekt har de haft, på kort och lång sikt?", "Behövs andra insatser?");
        sip.fill(number, "kalla_uppfoljning", Map.of("meetsOn", "2026-06-24", "startsAt", "13:00", "endsAt", "14:00",
                "meetingForm", "IN_PERSON", "suitsFamily", true));
        sip.at(LocalDateTime.parse("2026-06-24T15:00")).runJobs();
        halland.convener();
        assertThat(OpenForm.shown(context, sip.onlyTask(number, "uppfoljning")).get("reports").toString())
                .contains("Ingen plats.");
        var held = new LinkedHashMap<>(Journey.mote(sip.known(sip.onlyTask(number, "uppfoljning"), "uppfoljning")));
        held.remove("allPrepared");
        held.putAll(Map.of("heldOn", "2026-06-24", "endedAt", "14:00", "needFromRegion", true,
                "needFromMunicipality", true, "goalChange", "UNCHANGED", "collaborationWorks", false, "newInformation",
                "Byter skola i höst."));
        sip.fill(number, "uppfoljning", held);
        sip.fill(number, "plan", with(plan(number), "followUpOn", "2026-09-15"));
        sip.runJobs();
        assertThat(plans.current(number)).as("one meeting more, the plan drawn up again").get()
                .satisfies(p -> assertThat(p.versionNo()).isEqualTo(2));
    }

    /** Called and held; whoever is of social services stayed away. */
    @SafeVarargs
    private String toPlan(Map<String, Object>... needs) {
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20121104")), needs);
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-25");
        halland.answerAll(number);
        sip.at(LocalDateTime.parse("2026-03-25T15:00")).runJobs();
        halland.convener();
        var known = sip.known(sip.onlyTask(number, "mote"), "mote");
        var rows = new ArrayList<Map<String, ?>>();
        known.get("attendance").forEach(row -> rows.add(row.get("party").asText().equals(SOCIAL)
                ? Map.of("present", false, "absentWhy", "Sjukdom")
                : Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
        sip.fill(number, "mote", with(with(Journey.mote(known), "heldOn", "2026-03-25"), "attendance", rows));
        return number;
    }

    private Map<String, Object> plan(String number) {
        var form = new LinkedHashMap<String, Object>();
        form.put("familyAgrees", true);
        form.put("ownPart", "Lo kommer i tid.");
        form.put("needs", "Trygghet i skolan.");
        form.put("interventions", List.of(row("Anpassat schema", SCHOOL, true), row("Samtal", BUP, true)));
        form.put("contacts", Journey.each(sip.known(sip.onlyTask(number, "plan"), "plan").get("contacts"),
                Map.of("person", "Kim Ek")));
        form.put("responsiblePrincipal", "MUNICIPALITY");
        form.put("responsibleUnit", SCHOOL);
        form.put("responsiblePerson", "Hanna Kurator");
        form.put("followUpOn", "2026-06-24");
        form.put("followUpPlace", "Skolan");
        form.put("familyCopy", "BY_POST");
        form.put("describesNeeds", true);
        form.put("closerUnit", SCHOOL);
        form.put("closerPerson", "Hanna Kurator");
        return form;
    }

    private String writtenIn(String number) throws Exception {
        return OpenForm.shown(context, sip.onlyTask(number, "plan")).get("channel").asText();
    }

    private static Map<String, Object> row(String what, String owner, boolean confirmed) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        row.put("owner", owner);
        row.put("startsOn", "2026-03-26");
        row.put("separateDecision", false);
        row.put("confirmed", confirmed);
        return row;
    }

    private String printed(String number) throws Exception {
        Document plan = documents.of(number).stream().filter(d -> d.kind() == DocumentKind.PLAN).findFirst()
                .orElseThrow();
        try (var pdf = Loader.loadPDF(plan.content())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
