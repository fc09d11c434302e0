package se.sip.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.document.Documents;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

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
        assertThat(shown.sheets()).filteredOn(s -> s.what().equals("Inbjudan till familjen")).hasSize(2);
        assertThat(sheets.one(task.getId(), 0, content).getBody()).startsWith("%PDF".getBytes());
        assertThat(outbox.of(number)).isEmpty();
        assertThat(documents.of(number)).isEmpty();

        content.remove("purpose");
        assertThat(sheets.all(task.getId(), content).faults()).isNotEmpty();
        assertThat(sheets.all(task.getId(), content).sheets()).isEmpty();
    }
}
