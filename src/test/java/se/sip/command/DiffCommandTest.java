package se.sip.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process owner reads of their own changes, in the words of the Modeler. */
class DiffCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aChangedCellAndANewAndAVanishedRowAreNamedByTheirRows() throws IOException {
        changed("decisions/vgr/frister.dmn", table -> table.replace("<text>3</text>", "<text>4</text>")
                .replaceAll("(?s)<rule id=\"rad_forsenat\">.*?</rule>", """
                        <rule id="rad_eget">
                          <description>VGB-17: Länets egen tid.</description>
                          <inputEntry id="a"><text>"eget"</text></inputEntry>
                          <outputEntry id="b"><text>2</text></outputEntry>
                          <outputEntry id="c"><text>"WEEKS"</text></outputEntry>
                          <outputEntry id="d"><text>"after"</text></outputEntry>
                          <outputEntry id="e"><text>"BÖR"</text></outputEntry>
                        </rule>"""));

        assertThat(run("diff", "vgr", folder.toString())).isZero();

        assertThat(out.toString()).contains("decisions/vgr/frister.dmn (ändrad)")
                .contains("Rad 2, ”VGB-17, VGU-85: Mötet bör hållas inom tre veckor från det att behovet upptäcktes.” "
                        + "(rad_motet): Antal var ”3” och blir ”4”.")
                .contains("Ny: rad 4, ”VGB-17: Länets egen tid.” (rad_eget). Regel: \"eget\"; Antal: 2;")
                .contains("Borttagen: rad 4, ”VGB-17, VGB-14, PRODUKT: Skälet till att mötet är försenat")
                .contains("mot länets filer i produkten, 1 fil skiljer.");
    }

    @Test
    void aDiagramsConditionTargetTaskAndPictureAreTold() throws IOException {
        changed("processes/vgr/kalla.bpmn", "processes/kalla.bpmn", diagram -> diagram
                .replace("${dispatchOutcome == 'VALID'}", "${dispatchOutcome != 'CONSENT_NEEDED'}")
                .replace("id=\"andra\" name=\"Nej, kallelsen måste ändras\" sourceRef=\"far_ga_ut\" targetRef=\"kallelse\"",
                        "id=\"andra\" name=\"Nej, kallelsen måste ändras\" sourceRef=\"far_ga_ut\" targetRef=\"ta_fram\"")
                .replace("<bpmn:endEvent id=\"samtycke_behovs\" name=\"Samtycke behövs\">",
                        "<bpmn:endEvent id=\"samtycke_kravs\" name=\"Samtycke krävs\">")
                .replace("targetRef=\"samtycke_behovs\"", "targetRef=\"samtycke_kravs\"")
                .replaceFirst("<dc:Bounds x=\"122\"", "<dc:Bounds x=\"152\""));

        run("diff", "vgr", folder.toString());

        assertThat(out.toString()).contains("Flödet ”Ja” (ja): villkoret var ”${dispatchOutcome == 'VALID'}” och blir "
                        + "”${dispatchOutcome != 'CONSENT_NEEDED'}”.")
                .containsPattern("Flödet ”Nej, kallelsen måste ändras” \\(andra\\): målet var ”.*\\(kallelse\\) och blir "
                        + "”.*\\(ta_fram\\)\\.")
                .contains("Ny: sluthändelsen ”Samtycke krävs” (samtycke_kravs).")
                .contains("Borttagen: sluthändelsen ”Samtycke behövs” (samtycke_behovs).")
                .contains("Ritat på annat sätt i bilden: ").contains("(kalla_start)");
    }

    @Test
    void aFormsQuestionsAndTextsAreToldByTheirLabels() throws IOException {
        changed("forms/vgr/behov.html", "forms/behov.html", form -> form
                .replace("label=\"När upptäcktes behovet?\" required", "label=\"Vilken dag upptäcktes behovet?\"")
                .replace("<option value=\"OTHER_ACTOR\"", "<option value=\"NEW\">Ett nytt svar</option><option value=\"OTHER_ACTOR\"")
                .replace("<sip-section title=\"Behovet\">", "<sip-section title=\"Barnets behov\">"));

        run("diff", "vgr", folder.toString());

        assertThat(out.toString()).contains("(discoveredOn): ").contains("frågan var ”När upptäcktes behovet?” och blir ”Vilken "
                        + "dag upptäcktes behovet?”").contains("att den är obligatorisk tas bort")
                .contains("Frågan ”Hur kom behovet fram?” (origin): svaret NEW är nytt: ”Ett nytt svar”.")
                .contains("Ny text: ”Barnets behov”.").contains("Borttagen text: ”Behovet”.")
                .doesNotContain("avsnittet").doesNotContain("HAL-");
    }

    @Test
    void theCountysOwnAgainstTheBaseAsJson() throws IOException {
        assertThat(run("diff", "halland", "--json")).isZero();

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("against").asText()).isEqualTo("den nationella basen");
        assertThat(report.get("files").findValuesAsText("file")).contains("decisions/halland/frister.dmn")
                .allSatisfy(file -> assertThat(file).contains("/halland/"));
    }

    @Test
    void theSameFilesDifferInNothingAndAWrongCountyIsToldWithoutAStackTrace() throws IOException {
        changed("decisions/vgr/frister.dmn", table -> table);
        assertThat(run("diff", "vgr", folder.toString())).isZero();
        assertThat(out.toString()).contains("inget skiljer");

        assertThat(run("diff", "uppsala")).isEqualTo(2);
        assertThat(err.toString()).contains("Det finns inget län ”uppsala”").doesNotContain("Exception");
    }

    private int run(String... arguments) {
        return CountyCommands.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private void changed(String name, UnaryOperator<String> change) throws IOException {
        changed(name, name, change);
    }

    private void changed(String name, String from, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, change.apply(Files.readString(Path.of(from))));
    }
}
