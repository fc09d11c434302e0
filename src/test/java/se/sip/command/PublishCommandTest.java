package se.sip.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.sip.access.CommandKeys;
import se.sip.browser.BrowserTest;
import se.sip.publication.Publications;

/** Two process owners publish from a terminal, against a server that is running. */
@BrowserTest
class PublishCommandTest {

    private static final String KEY = "SIP_NYCKEL";

    @LocalServerPort
    private int port;
    @Autowired
    private CommandKeys keys;
    @Autowired
    private Publications publications;
    @TempDir
    private Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @AfterEach
    void forgetTheKey() {
        System.clearProperty(KEY);
    }

    @Test
    void oneProposesAnotherConfirmsAndBothGoBack() throws IOException {
        int before = publications.running("vgr").orElseThrow().version();
        changed("decisions/vgr/frister.dmn", "<text>3</text>", "<text>5</text>");
        as("processagare");
        assertThat(publish(folder.toString(), "-m", "Fem veckor.")).as(said()).isZero();
        assertThat(out.toString()).contains("Antal var ”3” och blir ”5”.");
        String candidate = candidate();
        assertThat(publish("--confirm", candidate)).as("the same person").isEqualTo(1);
        assertThat(err.toString()).contains("En annan processägare");

        as("processagare-tva");
        assertThat(publish()).isZero();
        assertThat(out.toString()).contains("Väntar: kandidat " + candidate + ", decisions/vgr/frister.dmn, föreslagen: Fem");
        assertThat(publish("--confirm", candidate)).as(said()).isZero();
        assertThat(out.toString()).contains("Version " + (before + 1) + " gäller nu.");

        assertThat(publish("--again", String.valueOf(before), "-m", "Tillbaka.")).as(said()).isZero();
        String back = candidate();
        as("processagare");
        assertThat(publish("--confirm", back)).isZero();
        assertThat(publications.running("vgr").orElseThrow().version()).isEqualTo(before + 2);
    }

    @Test
    void aFaultyFileIsRefusedWithItsReport() throws IOException {
        changed("processes/kalla.bpmn", "camunda:delegateExpression=\"${skickaKallelser}\"",
                "camunda:delegateExpression=\"${skickaKalelser}\"");
        Files.createDirectories(folder.resolve("processes/vgr"));
        Files.move(folder.resolve("processes/kalla.bpmn"), folder.resolve("processes/vgr/kalla.bpmn"));
        as("processagare");

        assertThat(publish(folder.toString(), "-m", "Fel.")).isEqualTo(1);
        assertThat(out.toString()).contains("FEL processes/vgr/kalla.bpmn, rad ").contains("skickaKalelser")
                .contains("Det som gäller är inte ändrat.");
    }

    @Test
    void whatIsCalledWronglyIsSaidInAWordAndWithoutAStackTrace() throws IOException {
        assertThat(publish()).isEqualTo(2);
        assertThat(err.toString()).contains("Nyckel saknas");
        System.setProperty(KEY, "sip-fel");
        assertThat(publish()).isEqualTo(2);
        assertThat(err.toString()).contains("Nyckeln gäller inte");
        as("h-processagare");
        assertThat(publish()).as("another county's").isEqualTo(2);
        assertThat(err.toString()).contains("till för länets processägare");
        as("processagare");
        assertThat(publish("/finns/inte", "-m", "x")).isEqualTo(2);
        assertThat(publish(folder.toString())).as("no message").isEqualTo(2);
        assertThat(run("publish", "vgr", "--server", "http://localhost:1")).isEqualTo(2);
        assertThat(err.toString()).contains("går inte att nå");
        assertThat(run("publish", "vgr", "--server", "inte en adress")).isEqualTo(2);
        assertThat(run("publish", "vgr")).as("no server").isEqualTo(2);
        assertThat(said()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void casesAreMovedFromATerminal() {
        as("processagare");
        String server = "http://localhost:" + port;
        assertThat(run("move", "vgr", "--server", server)).as(said()).isZero();
        assertThat(out.toString()).containsPattern("följer (det som gäller|en tidigare version)\\.");
        assertThat(run("move", "vgr", "SIP-2026-999999", "--server", server)).as(said()).isZero();
        assertThat(out.toString()).startsWith("0 ärenden flyttas till version ");
        assertThat(run("move", "vgr", "SIP-2026-000001", "--all", "--server", server)).isEqualTo(2);
        assertThat(err.toString()).contains("--all eller enskilda ärenden");
        assertThat(run("move", "halland", "--server", server)).as("another county").isEqualTo(2);
        assertThat(run("move", "vgr", "--server", "http://localhost:1")).isEqualTo(2);
        assertThat(err.toString()).contains("går inte att nå");
        System.setProperty(KEY, "sip-000");
        assertThat(run("move", "vgr", "--server", server)).isEqualTo(2);
        assertThat(err.toString()).contains("Nyckeln gäller inte");
    }

    private void as(String user) {
        System.setProperty(KEY, keys.create(user).text());
    }

    private String candidate() {
        Matcher id = Pattern.compile("Kandidat (\\d+) är föreslagen").matcher(out.toString());
        assertThat(id.find()).as(said()).isTrue();
        return id.group(1);
    }

    private int publish(String... arguments) {
        var all = new String[arguments.length + 4];
        all[0] = "publish";
        all[1] = "vgr";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--server";
        all[all.length - 1] = "http://localhost:" + port;
        return run(all);
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return CountyCommands.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String said() {
        return out + "\n" + err;
    }

    private void changed(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(Path.of(name)).replaceFirst(Pattern.quote(from),
                Matcher.quoteReplacement(to)));
    }
}
