package se.sip.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The tests' mail server: a real SMTP server that everything the product mails ends in. */
public class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static GreenMail server;
    private static int port;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test mail", Map.of(
                "sip.mail.host", "127.0.0.1",
                "sip.mail.port", String.valueOf(startedOn()),
                "sip.mail.tls", "false",
                "sip.mail.from", "sip@example.se",
                "sip.mail.timeout", "2s")));
    }

    private static synchronized int startedOn() {
        if (server == null) {
            server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            port = server.getSmtp().getPort();
        }
        return port;
    }

    /** Mails to the mailbox, oldest first. */
    public static List<MimeMessage> to(String mailbox) {
        return all().stream().filter(m -> receivers(m).contains(mailbox)).toList();
    }

    /** Everything the product has mailed. */
    public static List<MimeMessage> all() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** The calendar entries (iCalendar) that came to the mailbox in a case, oldest first. */
    public static List<String> entries(String mailbox, String caseNumber) throws Exception {
        var entries = new ArrayList<String>();
        for (MimeMessage mail : to(mailbox)) {
            if (mail.getSubject().startsWith(caseNumber) && mail.getContent() instanceof MimeMultipart parts
                    && parts.getCount() > 1) {
                entries.add(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    /** Where the server listens, for a test that puts another one in its place. */
    public static int port() {
        return port;
    }

    /** The server is gone: connections are refused. */
    public static synchronized void stop() {
        server.stop();
    }

    /** The server is back at the same address. */
    public static synchronized void startAgain() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private static List<String> receivers(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients()).map(String::valueOf).toList();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
