package se.sip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sip.Clause;
import se.sip.SipApplication;


/** {@code rehearse} as a program of its own, the way a process owner calls it. */
class RehearseCommandTest {

    @TempDir
    private Path folder;

    /** What a call said. */
    private record Said(int code, String out, String err) {
    }

    @Test
    @Clause("VGB-17")
    void aChangedLimitShowsInTheCasesItMeets() throws Exception {
        String table = Files.readString(Path.of("decisions/vgr/frister.dmn"));
        write("decisions/vgr/frister.dmn", aDayLonger(table));

        Said said = call("rehearse", "vgr", folder.toString(), "--json");

        assertThat(said.err()).isEmpty();
        RehearsalResult result = RehearsalReport.fromJson(said.out());
        assertThat(said.code()).isZero();
        assertThat(result.cases()).as("ours").hasSizeGreaterThanOrEqualTo(12);
        assertThat(result.stopped()).isEmpty();
        var late = result.cases().stream().filter(one -> one.name().startsWith("Alva")).findFirst().orElseThrow();
        assertThat(late.before().dates()).contains(new PlayedStory.NamedDate("Mötet senast", "2026-03-23"));
        assertThat(late.after().dates()).contains(new PlayedStory.NamedDate("Mötet senast", "2026-03-24"));
        assertThat(late.changes()).contains("Mötet senast: 2026-03-23 → 2026-03-24");
        assertThat(late.after().asked()).anySatisfy(asked -> {
            assertThat(asked.name()).contains("BUP");
            assertThat(asked.how()).isEqualTo("kallad 2026-03-06");
            assertThat(asked.clauses()).contains("VGU-88");
            assertThat(asked.why()).isNotEmpty();
        });
        assertThat(late.after().outcome()).startsWith("Avslutat:");
        var hospital = result.cases().stream().filter(one -> one.name().startsWith("Inez")).findFirst().orElseThrow();
        assertThat(hospital.changes()).as("the limit is not asked there").isEmpty();
        assertThat(result.elements().percent()).isBetween(40, 100);
        assertThat(result.rows().percent()).isBetween(30, 100);
    }

    @Test
    void theCountysOwnCasesArePlayedToo() throws Exception {
        write("processes/halland/rehearsal/egna.yml", """
                fall:
                  - namn: Egna fallet
                    steg:
                      - {dag: 2026-03-03, starta: sip, svar: {startingUnit: halland-1380-elevhalsa, idNumber: 20110930-2388, givenName: T, familyName: E, municipality: "1380", guardians: [{name: S}], discoveredOn: 2026-03-02, needsFrom: [SCHOOL, CHILD_PSYCHIATRY]}}
                      - {dag: 2026-03-04, formular: samtycke}
                """);

        Said said = call("rehearse", "halland", folder.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("Egna fallet (processes/halland/rehearsal/egna.yml, rad 2)")
                .contains("egna.yml, rad 5: Ingen uppgift med formuläret ”samtycke”", "Tova, ingen kontakt med BUP")
                .contains("går inte att spela till slut").contains("element i diagrammen");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void aFaultyFileOfCasesIsToldBeforeAnythingIsPlayed() throws Exception {
        write("processes/dalarna/rehearsal/fel.yml", "fall:\n  - namn: X\n    steg:\n      - {dag: i går, starta: sip}\n");
        Said said = call("rehearse", "dalarna", folder.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("processes/dalarna/rehearsal/fel.yml, rad 4:").contains("inget repeterat");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void wrongUseIsAnsweredWithTwo() throws Exception {
        Said said = call("rehearse", "skane");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Det finns inget län").doesNotContain("\tat ");
    }

    /** The row of the meeting's limit gives one day more. */
    private static String aDayLonger(String table) {
        int row = table.indexOf("VGB-17");
        String changed = table.substring(row).replaceFirst("<text>3</text>", "<text>22</text>")
                .replaceFirst("\"WEEKS\"", "\"DAYS\"");
        return table.substring(0, row) + changed;
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Said call(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), SipApplication.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("rehearse", ".out");
        Path err = Files.createTempFile("rehearse", ".err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }
}
