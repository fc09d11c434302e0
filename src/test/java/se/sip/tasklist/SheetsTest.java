package se.sip.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.correspondence.document.Documents;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/** Before sending, the user sees who gets what, which way and why, and the document as it will go. */
@SipTest
class SheetsTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    SheetController sheets;
    @Autowired
    Stay stay;
    @Autowired
    Outbox outbox;
    @Autowired
    Documents documents;
    @Autowired
    ObjectMapper json;

    @Test
    @Clause({"VGU-80", "VGU-90", "VGV-20"})
    void aCallShowsEachRecipientWithWayAndGroundAndNothingIsKeptOrSent() {
        String number = journey.toDispatch(Children.bornOn("20140606"));
        sip.today("2026-03-06");
        Task task = sip.onlyTask(number, "kallelse");
        JsonNode known = sip.known(task, "kallelse");
        ObjectNode content = known.deepCopy();
        content.setAll((ObjectNode) json.valueToTree(Journey.kallelse(known)));
        for (int i = 0; i < known.get("recipients").size(); i++) {
            ObjectNode row = (ObjectNode) content.get("recipients").get(i);
            row.put("participantId", known.get("recipients").get(i).get("participantId").asLong());
        }

        SheetController.Shown shown = sheets.all(task.getId(), content);
        assertThat(shown.faults()).isEmpty();
        assertThat(shown.sheets()).filteredOn(s -> s.what().equals("Kallelse till SIP-möte")).hasSize(2)
                .allSatisfy(s -> {
                    assertThat(s.way()).startsWith("IT-tjänsten, annars");
                    assertThat(s.clauses()).contains("VGU-80");
                    assertThat(s.document()).isTrue();
                });
        assertThat(shown.sheets()).filteredOn(s -> s.what().equals("Egen inbjudan till mötet")).hasSize(2);
        assertThat(sheets.one(task.getId(), 0, content).getBody()).startsWith("%PDF".getBytes());
        assertThat(outbox.of(number)).isEmpty();
        assertThat(documents.of(number)).isEmpty();

        content.remove("purpose");
        assertThat(sheets.all(task.getId(), content).faults()).isNotEmpty();
        assertThat(sheets.all(task.getId(), content).sheets()).isEmpty();
    }

    @Test
    @Clause({"HAL-71", "HAL-72", "VGU-81", "VGU-158", "VGU-160"})
    void anEventShowsWhoIsToldAndTheLettersAndThenJustThatIsSent() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        journey.convener();
        ObjectNode moved = event(number, "MEETING_MOVED").put("reason", "Läraren är sjuk.").put("newDate", "2026-03-20")
                .put("newStart", "13:00").put("newEnd", "14:30");
        SheetController.Shown shown = sheets.allOfStart("handelse", moved);
        assertThat(shown.faults()).isEmpty();
        assertThat(shown.sheets()).filteredOn(s -> s.what().startsWith("SIP-mötet flyttas")).hasSize(2)
                .allSatisfy(s -> assertThat(s.way()).startsWith("E-post utan personuppgifter"));
        List<SheetController.Line> letters = shown.sheets().stream().filter(SheetController.Line::document).toList();
        assertThat(letters).hasSize(2).allSatisfy(s -> {
            assertThat(s.what()).isEqualTo("Besked om att mötet flyttas");
            assertThat(s.clauses()).contains("VGU-81").doesNotContain("HAL-72");
        });
        int first = shown.sheets().indexOf(letters.get(0));
        assertThat(text(sheets.oneOfStart("handelse", first, moved).getBody())).contains("fredag 20 mars 2026")
                .doesNotContain("Läraren");
        assertThat(outbox.of(number)).noneMatch(d -> d.purpose() == Purpose.MEETING_CHANGED);
        assertThat(sheets.allOfStart("handelse", event(number, "MEETING_MOVED")).faults()).isNotEmpty();

        ObjectNode withdrawn = event(number, "CONSENT_WITHDRAWN").put("who", "GUARDIAN").put("manner", "BY_TELEPHONE")
                .put("on", "2026-03-06").put("at", "08:00");
        shown = sheets.allOfStart("handelse", withdrawn);
        sip.start("handelse", json.convertValue(withdrawn, new TypeReference<Map<String, Object>>() { }));
        sip.runJobs();
        assertThat(outbox.of(number)).filteredOn(d -> d.purpose() == Purpose.MEETING_CANCELLED && d.way() == Way.LETTER)
                .hasSize((int) shown.sheets().stream().filter(s -> s.what().equals("Besked om att mötet ställs in"))
                        .count()).hasSize(2);
        assertThat(outbox.of(number)).filteredOn(d -> d.purpose() == Purpose.CLOSED && d.way() == Way.MAIL)
                .hasSize((int) shown.sheets().stream()
                        .filter(s -> !s.document() && s.clauses().contains("VGU-160")).count()).hasSize(2);
        assertThat(shown.sheets()).filteredOn(s -> s.what().startsWith("Besked om att det inte blir någon SIP")
                && s.document()).hasSize(3);
    }

    @Test
    @Clause({"VGU-33", "VGU-101"})
    void theFormsAtDischargeShowWhichUnitsAreToldWhatAndTheLetterToThePerson() throws Exception {
        sip.at(java.time.LocalDateTime.parse("2026-03-28T16:00"));
        stay.ward();
        var admission = Stay.inskrivning(Children.bornOn("19441130"));
        SheetController.Shown shown = sheets.allOfStart("utskrivning", json.valueToTree(admission));
        assertThat(shown.faults()).isEmpty();
        assertThat(shown.sheets()).hasSize(3).allSatisfy(s -> {
            assertThat(s.what()).startsWith("Inskrivningsmeddelande");
            assertThat(s.clauses()).contains("LUS 2:1");
            assertThat(s.document()).isFalse();
        });
        String number = stay.admitted("2026-03-28T16:00", admission);
        stay.careContact();
        assertThat(sip.sheets(number, "fast_vardkontakt", Map.of("name", "Fia Fast", "workRole", "Sjuksköterska")))
                .hasSize(4);
        stay.nameCareContact(number);
        stay.ward();
        ObjectNode ready = event(number, "READY").put("secrecyBy", "Stina").put("secrecyHinders", true)
                .put("secrecyNote", "Behövs inte där.");
        ready.putArray("withheldFrom").addObject().put("unitId", Stay.NURSING);
        assertThat(sheets.allOfStart("utskrivningsmeddelande", ready).sheets()).as("one is kept out").hasSize(2)
                .allSatisfy(s -> assertThat(s.clauses()).contains("LUS 3:1"));
        stay.ready("2026-04-02T13:20", number);
        stay.careContact();
        var shownToUnits = sip.sheets(number, "planering", Stay.notNeeded());
        assertThat(shownToUnits).filteredOn(s -> s.document() == null).hasSize(3)
                .allSatisfy(s -> assertThat(s.clauses()).contains("VGU-101"));
        assertThat(shownToUnits).filteredOn(s -> s.document() != null).singleElement().satisfies(s -> {
            assertThat(s.what()).isEqualTo("Besked om att en SIP inte behövs");
            assertThat(text(s.document().get())).contains("Bara uppföljning på vårdcentralen behövs.");
        });
        assertThat(sip.sheets(number, "planering", stay.planeringToday())).as("a SIP is called to later").isEmpty();
    }

    private ObjectNode event(String number, String kind) {
        return json.createObjectNode().put("caseNumber", number).put("kind", kind);
    }

    private static String text(byte[] pdf) throws java.io.IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
