package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an SMTP server's behaviour means: certainly not sent, or nobody knows. */
class MailPostTest {

    private static final MailPost.Mail MAIL = new MailPost.Mail("enhet@example.se", "SIP-2026-000001", "Text",
            "leverans-1", null);

    @Test
    void aServerThatTakesItHasIt() {
        assertThatCode(() -> sendTo(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource({"MAIL, 451, REFUSED_FOR_NOW", "MAIL, 550, REFUSED", "RCPT, 450, REFUSED_FOR_NOW",
        "RCPT, 550, REFUSED", "DATA, 452, REFUSED_FOR_NOW", "DATA, 554, REFUSED", "., 452, REFUSED_FOR_NOW",
        "., 554, REFUSED"})
    void aRefusalIsCertain(String command, int code, Failure failure) {
        assertThatThrownBy(() -> sendTo(Map.of(command, code + " no"))).isInstanceOfSatisfying(
                NotSentException.class, e -> org.assertj.core.api.Assertions.assertThat(e.failure())
                        .isEqualTo(failure));
    }

    @Test
    void aServerThatFallsSilentOrHangsUpAfterTheMailWasHandedOverLeavesItUnclear() {
        assertThatThrownBy(() -> sendTo(Map.of(".", "SLOW"))).isInstanceOf(UnclearException.class);
        assertThatThrownBy(() -> sendTo(Map.of(".", "HANG UP"))).isInstanceOf(UnclearException.class);
    }

    @Test
    void aServerThatIsNotThereOrNeverGreetsHasNothing() {
        assertThatThrownBy(() -> post(1, false).send(MAIL)).isInstanceOf(NotSentException.class)
                .hasMessage("NO_CONNECTION");
        assertThatThrownBy(() -> sendTo(Map.of("GREETING", "SLOW"))).isInstanceOf(NotSentException.class);
    }

    @Test
    void nothingIsSentWithoutEncryptionWhereItIsDemanded() throws IOException {
        try (var server = new Scripted(Map.of())) {
            assertThatThrownBy(() -> post(server.port(), true).send(MAIL)).isInstanceOf(NotSentException.class)
                    .hasMessage("NO_ENCRYPTION");
        }
    }

    @Test
    void aMailServerThatIsNotSetUpIsAClearFailure() {
        var settings = new MailSettings("", 587, "", "", true, "", Duration.ofSeconds(1));
        assertThatThrownBy(() -> new MailPost(() -> settings, Clock.systemDefaultZone()).send(MAIL))
                .hasMessage("NOT_SET_UP");
    }

    private static void sendTo(Map<String, String> answers) throws Exception {
        try (var server = new Scripted(answers)) {
            post(server.port(), false).send(MAIL);
        }
    }

    private static MailPost post(int port, boolean tls) {
        var settings = new MailSettings("127.0.0.1", port, "", "", tls, "sip@example.se", Duration.ofMillis(400));
        return new MailPost(() -> settings, Clock.systemDefaultZone());
    }

    /** An SMTP server that answers as told: by command, or {@code .} for the end of the mail. */
    private static final class Scripted implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Map<String, String> answers;

        Scripted(Map<String, String> answers) throws IOException {
            this.answers = answers;
            var thread = new Thread(this::serve, "scripted smtp");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept()) {
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(),
                        StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream();
                if (!say(out, answers.getOrDefault("GREETING", "220 ready"))) {
                    return;
                }
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String command = data ? line : line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                    if (data && !line.equals(".")) {
                        continue;
                    }
                    data = command.equals("DATA") && !answers.containsKey("DATA");
                    if (!say(out, answers.getOrDefault(command, data ? "354 go on" : "250 ok"))) {
                        return;
                    }
                }
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }

        private static boolean say(OutputStream out, String answer) throws IOException {
            if (answer.equals("HANG UP")) {
                return false;
            }
            if (answer.equals("SLOW")) {
                try {
                    Thread.sleep(1500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
