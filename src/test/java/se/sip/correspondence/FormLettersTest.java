package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SOCIAL;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.correspondence.document.Document;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.tasklist.FormSheets.Sheet;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;
import se.sip.unit.UnitRepository;

/** Each form that sends shows what it will send, and then sends just that: follow-up, summary, closing, denial. */
@SipTest
class FormLettersTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Outbox outbox;
    @Autowired
    Documents documents;
    @Autowired
    UnitRepository units;

    @Test
    @Clause({"VGU-136", "VGU-151", "VGU-160", "VGU-162", "VGV-20", "HAL-94", "HAL-116"})
    void theFollowUpIsCalledToSummarisedAndTheEndingToldInWriting() throws Exception {
        String number = journey.toFollowUp(Children.bornOn("20140606"));
        sip.deliver(number);
        sip.goTo("2026-06-04");
        journey.convener();
        Map<String, Object> call = Map.of("meetsOn", "2026-06-24", "startsAt", "13:00", "endsAt", "14:00", "place",
                "Ängsskolan", "meetingForm", "IN_PERSON", "documenter", "Anna Kurator", "invited",
                List.of(SOCIAL, BUP), "suitsFamily", true);
        List<Sheet> shown = sip.sheets(number, "kalla_uppfoljning", call);
        assertThat(outbox.of(number)).as("nothing is sent by looking").noneMatch(
                d -> d.purpose() == Purpose.FOLLOW_UP_CALL);
        sip.fill(number, "kalla_uppfoljning", call);
        assertSame(shown, number, Purpose.FOLLOW_UP_CALL, Purpose.FOLLOW_UP_BOOKED, Purpose.FOLLOW_UP_FAMILY);
        sip.deliver(number);
        assertThat(of(number, Purpose.FOLLOW_UP_CALL)).extracting(Delivery::addresseeKey)
                .containsExactlyInAnyOrder(SOCIAL, BUP);
        assertThat(of(number, Purpose.FOLLOW_UP_CALL)).allSatisfy(d -> {
            assertThat(d.way()).isEqualTo(Way.IT_SERVICE);
            assertThat(d.status()).isEqualTo(Delivery.Status.SENT);
        });
        assertThat(of(number, Purpose.FOLLOW_UP_FAMILY)).extracting(Delivery::addresseeKind)
                .containsOnly(Addressee.Kind.GUARDIAN).hasSize(2);
        assertThat(text(number, DocumentKind.FOLLOW_UP_CALL)).contains("Kallelse till uppföljning av SIP",
                "onsdag 24 juni 2026 kl. 13.00–14.00", "Ängsskolan", "skyldiga att delta", "Alva går till skolan");
        assertThat(text(number, DocumentKind.FOLLOW_UP_FAMILY)).contains("Nu följer vi upp planen",
                "onsdag 24 juni 2026").doesNotContain("skyldiga");
        assertThat(text(shown.get(0).document().get())).contains("onsdag 24 juni 2026 kl. 13.00–14.00");
        assertThat(mails(BUP, number)).last().satisfies(m -> {
            assertThat(m.getSubject()).isEqualTo(number + ": Uppföljning är bokad");
            assertThat(body(m)).contains("BEGIN:VEVENT", "20260624T110000Z").doesNotContain("Alva");
        });

        sip.start("handelse", Map.of("caseNumber", number, "kind", "MEETING_MOVED", "reason", "Alva är sjuk.",
                "newDate", "2026-06-25", "newStart", "13:00", "newEnd", "14:00"));
        sip.runJobs();
        sip.deliver(number);
        assertThat(mails(BUP, number)).as("not called anew, but the time moves in the calendar").last().satisfies(
                m -> assertThat(body(m)).contains("20260625T110000Z", "REQUEST").doesNotContain("sjuk"));
        assertThat(of(number, Purpose.FOLLOW_UP_FAMILY)).as("nobody posts the old time")
                .extracting(Delivery::status).containsOnly(Delivery.Status.WITHHELD);
        assertThat(text(number, DocumentKind.MEETING_MOVED)).contains("torsdag 25 juni 2026")
                .doesNotContain("ny inbjudan");

        sip.at(LocalDate.parse("2026-06-25").atTime(15, 0)).runJobs();
        journey.convener();
        var held = held(sip.known(sip.onlyTask(number, "uppfoljning"), "uppfoljning"));
        shown = sip.sheets(number, "uppfoljning", held);
        sip.fill(number, "uppfoljning", held);
        sip.runJobs();
        assertSame(shown, number, Purpose.FOLLOW_UP_SUMMARY, Purpose.FOLLOW_UP_SUMMARY_FAMILY);
        sip.deliver(number);
        assertThat(of(number, Purpose.FOLLOW_UP_SUMMARY_FAMILY)).hasSize(2);
        assertThat(text(number, DocumentKind.FOLLOW_UP)).contains("25 juni 2026", "Alva är i skolan varje dag",
                "SIP:en avslutas");
        assertThat(text(shown.get(0).document().get())).contains("SIP:en avslutas");

        journey.convener();
        Map<String, Object> closing = Map.of("closeIt", true, "reason", "NO_NEED", "needsRegion", false,
                "needsMunicipality", true, "newNeedsExpected", false, "goalChanged", false, "why", "Målet är nått.",
                "whereToTurn", "Elevhälsan eller vårdcentralen");
        shown = sip.sheets(number, "avsluta", closing);
        assertThat(shown).filteredOn(s -> s.document() == null).as("units").hasSize(2).allSatisfy(
                s -> assertThat(s.way()).isEqualTo("E-post utan personuppgifter"));
        assertThat(shown).filteredOn(s -> s.document() != null).as("the family").hasSize(3);
        sip.fill(number, "avsluta", closing);
        sip.pass(Duration.ofMinutes(11));
        journey.convener();
        var told = told(number, "LETTER", "2026-06-25");
        shown = sip.sheets(number, "besked", told);
        sip.fill(number, "besked", told);
        assertThat(of(number, Purpose.CLOSED)).filteredOn(d -> d.way() == Way.LETTER).hasSameSizeAs(shown)
                .as("the person and both guardians").hasSize(3);
        assertThat(shown).extracting(Sheet::way).containsOnly("Brev");
        sip.deliver(number);
        assertThat(text(number, DocumentKind.CLOSED)).contains("SIP:en är avslutad", "Elevhälsan eller vårdcentralen",
                "Alva").doesNotContain("Målet är nått");
    }

    @Test
    @Clause({"VGB-10", "VGB-11", "VGU-11", "HAL-26"})
    void aDenialIsToldInWritingWithItsReasonWhenItCanNoLongerBeTakenBack() throws Exception {
        sip.today("2026-03-03");
        journey.convener();
        String number = sip.start("sip", with(with(with(with(behov(), "idNumber", Children.bornOn("20140606")), "origin",
                "PERSON_REQUEST"), "askedBy", "Mamma"), "signalledOn", "2026-03-02"));
        Map<String, Object> no = Map.of("judgement", "DENY", "exceptional", true, "denialReason",
                "Bara skolans stöd behövs just nu.");
        List<Sheet> shown = sip.sheets(number, "bedomning", no);
        assertThat(shown).hasSize(2).allSatisfy(s -> {
            assertThat(s.way()).isEqualTo("Brev");
            assertThat(s.clauses()).containsExactly("VGB-11", "VGU-11");
        });
        assertThat(text(shown.get(0).document().get())).contains("en SIP görs inte", "Bara skolans stöd behövs");
        sip.complete(number, "bedomning", no);
        sip.deliver(number);
        assertThat(of(number, Purpose.DENIAL)).as("it can still be taken back").isEmpty();
        sip.pass(Duration.ofMinutes(11));
        journey.convener();
        assertThat(sip.known(sip.onlyTask(number, "besked"), "besked").get("told")).allSatisfy(
                row -> assertThat(row.get("how").asText()).as("in writing").isEqualTo("LETTER"));
        sip.fill(number, "besked", Map.of("whereToTurn", "Ring elevhälsan.", "documented", true));
        sip.deliver(number);
        assertThat(of(number, Purpose.DENIAL)).isNotEmpty().allSatisfy(d -> assertThat(d.way()).isEqualTo(Way.LETTER));
        assertThat(text(number, DocumentKind.DENIAL)).contains("Bara skolans stöd behövs just nu.", "IVO",
                "Ring elevhälsan.");
    }

    @Test
    @Clause({"VGU-68", "VGU-70", "HAL-57", "VGU-162"})
    void aNoToConsentIsAnsweredWithANoticeThatSaysNothingOfAPlanOrOfWhy() throws Exception {
        String number = journey.toDispatch(Children.bornOn("20140606"));
        sip.start("handelse", Map.of("caseNumber", number, "kind", "CONSENT_WITHDRAWN", "who", "GUARDIAN", "manner",
                "BY_TELEPHONE", "on", "2026-03-05", "at", "08:00"));
        sip.runJobs();
        journey.convener();
        sip.fill(number, "besked", told(number, "LETTER", "2026-03-05"));
        sip.deliver(number);
        assertThat(text(number, DocumentKind.NO_SIP)).contains("Det blir ingen SIP", "Elevhälsan eller vårdcentralen",
                "fortsätter som vanligt").doesNotContainIgnoringCase("samtyck").doesNotContainIgnoringCase("återkall");
    }

    /** What was shown is what is ordered: recipient by recipient, way by way. */
    private void assertSame(List<Sheet> shown, String number, Purpose... purposes) {
        List<DeliveryView> ordered = outbox.viewsOf(number).stream().filter(v -> List.of(purposes).stream()
                .anyMatch(p -> p.swedish().equals(v.what()))).toList();
        assertThat(shown).isNotEmpty();
        assertThat(ordered.stream().map(DeliveryView::recipient)).containsExactlyElementsOf(
                shown.stream().map(Sheet::recipient).toList());
        assertThat(shown).allSatisfy(s -> {
            assertThat(s.clauses()).isNotEmpty();
            assertThat(s.why()).isNotBlank();
        });
        assertThat(ordered.stream().map(DeliveryView::way)).containsExactlyElementsOf(
                shown.stream().map(s -> s.way().replaceFirst(", annars.*", "")).toList());
    }

    private Map<String, Object> told(String number, String how, String on) {
        var rows = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "besked"), "besked").get("told").forEach(
                row -> rows.add(Map.of("toldOn", on, "how", how)));
        return Map.of("told", rows, "whereToTurn", "Elevhälsan eller vårdcentralen", "documented", true);
    }

    private static Map<String, Object> held(com.fasterxml.jackson.databind.JsonNode known) {
        var form = new LinkedHashMap<>(Journey.mote(known));
        form.remove("allPrepared");
        form.put("heldOn", "2026-06-25");
        form.put("goals", "Alva är i skolan varje dag.");
        form.put("needFromRegion", false);
        form.put("needFromMunicipality", true);
        form.put("goalChange", "UNCHANGED");
        return form;
    }

    private List<Delivery> of(String number, Purpose purpose) {
        return outbox.of(number).stream().filter(d -> d.purpose() == purpose).toList();
    }

    private List<MimeMessage> mails(String unit, String number) throws Exception {
        var found = new ArrayList<MimeMessage>();
        for (MimeMessage mail : TestMail.to(units.findById(unit).orElseThrow().email())) {
            if (mail.getSubject().startsWith(number)) {
                found.add(mail);
            }
        }
        return found;
    }

    private static String body(MimeMessage mail) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private String text(String number, DocumentKind kind) throws Exception {
        return text(documents.of(number).stream().filter(d -> d.kind() == kind).reduce((a, b) -> b)
                .map(Document::content).orElseThrow());
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
