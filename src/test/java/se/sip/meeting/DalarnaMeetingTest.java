package se.sip.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.DalarnaJourney.allThree;
import static se.sip.testing.FormContent.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.decision.DecisionTables;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.Journey;
import se.sip.testing.OpenForm;
import se.sip.testing.SipTest;

/** From consent to the meeting in Borlänge: who is asked and how, who is called in writing, and what the meeting takes up. */
@SipTest
class DalarnaMeetingTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    DalarnaJourney dalarna;
    @Autowired
    CaseFiles cases;
    @Autowired
    DecisionTables tables;
    @Autowired
    WebApplicationContext context;

    @Test
    @Clause({"BOR-34", "BOR-42"})
    void childAndGuardiansAreAskedAndThenEveryoneIsCalledInWriting() {
        String number = dalarna.toConsent(Children.bornOn("20130611"), allThree());
        sip.today("2026-03-05");
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("recipients"),
                Map.of("included", true)));
        assertThatThrownBy(() -> sip.fill(number, "samtycke", with(form, "childAsked", null)))
                .as("the child's answer, or why it is not asked").hasMessageContaining("childAsked");
        assertThatThrownBy(() -> sip.fill(number, "samtycke", with(form, "guardians", List.of())))
                .as("each guardian's answer").hasMessageContaining("guardians");
        sip.fill(number, "samtycke", form);

        sip.today("2026-03-06");
        sip.fill(number, "kallelse", Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse")));
        sip.runJobs();
        assertThat(sip.tasksWith(number, "svar")).as("each unit but the convener's").isNotEmpty();
    }

    @Test
    @Clause("BOR-38")
    void aConsentIsWrittenOralOrShownOtherwiseAndNeverPresumed() {
        Map.of("WRITTEN", true, "ORAL", true, "OTHER", true, "PRESUMED", false).forEach((manner, offered) ->
                assertThat(tables.evaluate("dalarna", null, "samtyckesformer", Map.of("adult", false, "manner", manner))
                        .rows().get(0).get("offered")).as(manner).isEqualTo(offered));
    }

    @Test
    @Clause({"BOR-59", "BOR-60", "BOR-61", "BOR-63", "BOR-69"})
    void theMeetingTakesUpWhatTheChecklistSaysInItsOrder() throws Exception {
        String number = dalarna.toMeeting(Children.bornOn("20130612"), allThree());
        JsonNode shown = OpenForm.shown(context, dalarna.meetingTask(number));

        assertThat(shown.get("agenda").toString()).containsSubsequence("Presentation av närvarande", "Aktuell situation",
                "Barnets och vårdnadshavarnas frågor", "Insatser som behövs, och vad familjen själv kan bidra med",
                "Vad tycker du? Hur vill du ha det?", "Sammanfattning av vad ni har kommit överens om");
        assertThat(shown.get("questions").toString()).as("the family's own questions").contains("Hur kommer");
    }

    @Test
    @Clause("BOR-79")
    void aWithdrawalEndsTheSip() {
        String number = dalarna.toDispatch(Children.bornOn("20130613"), allThree());
        sip.start("handelse", Map.of("caseNumber", number, "kind", "CONSENT_WITHDRAWN", "who", "GUARDIAN", "manner",
                "BY_TELEPHONE", "on", "2026-03-05", "at", "08:00"));
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_WITHDRAWN);
    }
}
