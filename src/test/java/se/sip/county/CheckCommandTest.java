package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import se.sip.command.CountyCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of a process owner: what it says, what it answers, and never a stack trace. */
class CheckCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatComesWithTheProductIsFine() {
        assertThat(run("check", "halland")).isZero();
        assertThat(out.toString()).contains("0 fel");
    }

    @Test
    void theCountysOwnFilesInAFolderAreLaidOverTheProducts() throws Exception {
        write("decisions/vgr/utskick.dmn", Edit.drop("utskick_3").apply(Files.readString(
                Path.of("decisions/vgr/utskick.dmn"))));
        write("forms/vgr/plan.html", Files.readString(Path.of("forms/plan.html")).replace("sip-case", "sip-kase"));

        assertThat(run("check", "vgr", folder.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("decisions/vgr/utskick.dmn").contains("Ingen rad svarar när")
                .contains("forms/vgr/plan.html").contains("Åtgärd: Menades sip-case?").contains("2 filer ur");
    }

    @Test
    void theSameReportIsThereAsJson() throws Exception {
        write("processes/vgr/kalla.bpmn", Edit.reroute("andra", "skicka").apply(Files.readString(
                Path.of("processes/kalla.bpmn"))));

        assertThat(run("check", "vgr", folder.toString(), "--json")).isEqualTo(1);

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("fine").asBoolean()).isFalse();
        assertThat(report.get("faults").get(0).get("file").asText()).isEqualTo("processes/vgr/kalla.bpmn");
        assertThat(report.get("faults").get(0).get("element").asText()).contains("Skicka kallelserna");
    }

    @Test
    void aFileOfAWrongKindIsAFaultOfTheFolder() throws Exception {
        write("processes/vgr/kalla.png", "x");

        assertThat(run("check", "vgr", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("kalla.png").contains("fel sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "check skane", "check vgr /finns/inte", "check vgr . mer", "check vgr --hastigt",
        "pröva vgr"})
    void whoCallsItWronglyIsToldSo(String command) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void anEmptyFolderIsNoCountys() {
        assertThat(run("check", "vgr", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("varken processes/");
    }

    private void write(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private int run(String... arguments) {
        return CountyCommands.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
