package se.sip.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.sip.access.PageHead;
import se.sip.correspondence.MailServer;
import se.sip.correspondence.MailSettings;

/** The demonstration's own mail server: everything mailed ends here, on this machine, and the page shows it. */
@Controller
@Profile("demo")
class DemoMail implements MailServer, DisposableBean {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final PageHead head;

    DemoMail(PageHead head) {
        this.head = head;
        server.start();
    }

    @Override
    public MailSettings settings() {
        return new MailSettings("127.0.0.1", server.getSmtp().getPort(), "", "", false, "sip@demo.example.se",
                Duration.ofSeconds(5));
    }

    @Override
    public void destroy() {
        server.stop();
    }

    /** @param calendar what came with it for a calendar; null where nothing did */
    record Sent(String to, String subject, String text, String calendar) {
    }

    @GetMapping("/demo/post")
    String page(Principal user, Model model) throws MessagingException, IOException {
        head.fill(user, model);
        var mails = new ArrayList<Sent>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            mails.add(read(mail));
        }
        Collections.reverse(mails);
        model.addAttribute("mails", mails);
        return "demo-post";
    }

    private static Sent read(MimeMessage mail) throws MessagingException, IOException {
        String to = String.join(", ", Arrays.stream(mail.getAllRecipients()).map(String::valueOf).toList());
        if (mail.getContent() instanceof Multipart parts) {
            return new Sent(to, mail.getSubject(), String.valueOf(parts.getBodyPart(0).getContent()),
                    new String(parts.getBodyPart(1).getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8));
        }
        return new Sent(to, mail.getSubject(), String.valueOf(mail.getContent()), null);
    }
}
