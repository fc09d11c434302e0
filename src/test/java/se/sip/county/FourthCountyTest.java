package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseStatus;
import se.sip.casefile.IdNumbers;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.deadline.Deadlines;
import se.sip.deadline.Strength;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.unit.Municipalities;

/**
 * A county made only of files, {@code src/test/resources/lan/jamtland}: {@code lan.yml}, two tables, one diagram, its
 * units and municipalities. Nothing in the code knows of it.
 */
@SipTest
class FourthCountyTest {

    private static final String COUNTY = "jamtland";
    private static final String SCHOOL = "jamtland-2380-elevhalsa";
    private static final String SOCIAL = "jamtland-2380-socialtjanst";
    private static final String BUP = "jamtland-bup";

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    Deadlines deadlines;
    @Autowired
    Municipalities municipalities;
    @Autowired
    RepositoryService repository;
    @Autowired
    CountyProperties counties;
    @Autowired
    IdNumbers numbers;
    @Autowired
    Documents documents;
    @Autowired
    ObjectMapper json;

    @Test
    void itsFolderAloneMakesItACounty() {
        assertThat(counties.byId(COUNTY)).hasValueSatisfying(county -> {
            assertThat(county.name()).isEqualTo("Jämtland Härjedalen");
            assertThat(county.clauses()).containsExactly("JHS");
        });
        assertThat(numbers.parse("20260102-J123", COUNTY)).as("its own reserve number").isPresent();
        assertThat(numbers.parse("20260102-J123", "halland")).isEmpty();
        assertThat(municipalities.name("2361")).contains("Härjedalen");
        assertThat(repository.createProcessDefinitionQuery().tenantIdIn(COUNTY).processDefinitionKey("avsluta")
                .latestVersion().singleResult().getName()).isEqualTo("Avsluta");
    }

    @Test
    void itsTablesHoldForItAndForNobodyElse() {
        LocalDate discovered = LocalDate.parse("2026-03-02");
        assertThat(deadlines.of(COUNTY, "motet", discovered).lastDay()).isEqualTo(LocalDate.parse("2026-03-16"));
        assertThat(deadlines.of(COUNTY, "motet", discovered).strength()).isEqualTo(Strength.MUST);
        assertThat(deadlines.of(COUNTY, "motet", discovered).clauses().values()).contains("JHS-03");
        assertThat(deadlines.of("testlan", "motet", discovered).lastDay()).isEqualTo(LocalDate.parse("2026-03-23"));
    }

    @Test
    void aCaseIsWorkedByItsOwnUnitsToItsOwnEnd() {
        sip.today("2026-03-03");
        convener();
        String number = sip.start("sip", here(with(FormContent.behov(), "idNumber", Children.bornOn("20130214"))));
        sip.today("2026-03-04");
        sip.fill(number, "forbered", here(with(with(with(Journey.forbered(), "skolform", "ANPASSAD"), "samiska", false), "restid",
                45)));
        sip.fill(number, "enheter", Map.of("proposals",
                List.of(Map.of("keep", true), Map.of("keep", true), Map.of("keep", true))));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", here(Journey.samtycke()));

        sip.today("2026-03-06");
        var call = with(Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse")), "meetingDate",
                "2026-03-13");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(call, "endTime", "14:31")))
                .hasMessageContaining("högst 90 minuter");
        sip.fill(number, "kallelse", call);
        sip.runJobs();
        sip.asIn(COUNTY, "kollega", SCHOOL, SOCIAL, BUP);
        sip.tasksWith(number, "svar").forEach(task -> sip.fill(task, "svar", Journey.svar()));
        sip.runJobs();
        sip.at(LocalDate.parse("2026-03-13").atTime(15, 0)).runJobs();
        convener();
        sip.fill(number, "mote", with(Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote")), "heldOn",
                "2026-03-13"));
        sip.fill(number, "plan", here(Journey.plan(sip.known(sip.onlyTask(number, "plan"), "plan"))));
        sip.runJobs();
        sip.deliver(number);
        assertThat(documents.of(number).stream().filter(d -> d.kind() == DocumentKind.PLAN).map(d -> text(d.content())))
                .as("what the county asks of its own and wants in the plan, and nothing else of it").isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("Vilken skolform går barnet i? Anpassad grundskola",
                        "sydsamiska i kontakten? Nej").doesNotContain("Hur många minuter"));

        sip.start("handelse", Map.of("caseNumber", number, "kind", "ADMINISTRATIVE_END", "endKind", "MOVED", "reason",
                "Familjen har flyttat."));
        sip.runJobs();
        assertThat(sip.open(number)).as("the family is told before the units, by the county's own diagram")
                .contains("besked").doesNotContain("besked_enhet");
        var rows = Journey.each(sip.known(sip.onlyTask(number, "besked"), "besked").get("told"),
                Map.of("toldOn", "2026-03-13", "how", "MEETING"));
        sip.fill(number, "besked", Map.of("told", rows, "documented", true, "whereToTurn", "Elevhälsan"));
        sip.runJobs();
        sip.asIn(COUNTY, "kollega", SCHOOL, SOCIAL, BUP);
        sip.tasksWith(number, "besked_enhet").forEach(task ->
                sip.fill(task, "besked_enhet", Map.of("documentedOn", "2026-03-13")));
        sip.runJobs();
        assertThat(cases.byNumber(number).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(sip.isRunning(number)).isFalse();
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private CaseDriver convener() {
        return sip.asIn(COUNTY, "jonna", SCHOOL);
    }

    /** The content of a form with this county's units and municipality. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> here(Map<String, Object> form) {
        try {
            return json.readValue(json.writeValueAsString(form).replace(Journey.SCHOOL, SCHOOL)
                    .replace(Journey.SOCIAL, SOCIAL).replace(Journey.BUP, BUP).replace("\"1490\"", "\"2380\""), Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
