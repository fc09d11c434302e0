package se.sip.correspondence;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.stereotype.Component;

/**
 * Hands a mail to the SMTP server and tells a certain failure from an unclear one: a server that refuses has not taken
 * the mail, one that falls silent after it was handed over may have.
 */
@Component
class MailPost {

    private static final int LASTING = 500;

    private final MailServer server;
    private final Clock clock;

    MailPost(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * A mail to one mailbox.
     *
     * @param id unique, the same for every attempt, so that a receiving system can tell one from two
     * @param calendar an iCalendar object sent with it; null where there is none
     */
    record Mail(String to, String subject, String text, String id, Invite calendar) {

        /** @param method as in the object: REQUEST or CANCEL */
        record Invite(String method, String content) {
        }
    }

    void send(Mail mail) throws NotSentException, UnclearException {
        MailSettings settings = server.settings();
        if (settings.host().isBlank()) {
            throw new NotSentException(Failure.NOT_SET_UP);
        }
        Session session = Session.getInstance(properties(settings));
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(session, settings, mail);
            connect(transport, settings);
            hand(transport, message);
        } catch (MessagingException e) {
            // Building the message, or closing the connection after the server took it: hand() has ended either way.
            if (e instanceof jakarta.mail.internet.AddressException) {
                throw new NotSentException(Failure.NO_ADDRESS);
            }
        }
    }

    private static void connect(Transport transport, MailSettings settings) throws NotSentException {
        try {
            transport.connect(settings.host(), settings.port(), settings.user().isBlank() ? null : settings.user(),
                    settings.user().isBlank() ? null : settings.password());
        } catch (AuthenticationFailedException e) {
            throw new NotSentException(Failure.LOGIN_REFUSED);
        } catch (MessagingException e) {
            throw new NotSentException(String.valueOf(e.getMessage()).contains("STARTTLS") ? Failure.NO_ENCRYPTION
                    : Failure.NO_CONNECTION);
        }
    }

    private static void hand(Transport transport, MimeMessage message) throws NotSentException, UnclearException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException e) {
            int answer = answerOf(e);
            if (answer <= 0) {
                // No answer at all: the connection broke after the mail may have been taken.
                throw new UnclearException();
            }
            throw new NotSentException(answer >= LASTING ? Failure.REFUSED : Failure.REFUSED_FOR_NOW);
        } catch (MessagingException e) {
            throw new UnclearException();
        }
    }

    /** The server's answer, which may stand on the exception for the recipient. */
    private static int answerOf(Exception e) {
        for (Exception at = e; at instanceof MessagingException next; at = next.getNextException()) {
            if (at instanceof SMTPAddressFailedException a) {
                return a.getReturnCode();
            }
            if (at instanceof SMTPSenderFailedException s) {
                return s.getReturnCode();
            }
            if (at instanceof SMTPSendFailedException s && s.getReturnCode() > 0 && s.getNextException() == null) {
                return s.getReturnCode();
            }
        }
        return 0;
    }

    private MimeMessage message(Session session, MailSettings settings, Mail mail) throws MessagingException {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(mail.to(), true)});
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.calendar() == null) {
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
        } else {
            var text = new MimeBodyPart();
            text.setText(mail.text(), StandardCharsets.UTF_8.name());
            var invite = new MimeBodyPart();
            invite.setContent(mail.calendar().content(), "text/calendar; charset=UTF-8; method="
                    + mail.calendar().method());
            message.setContent(new MimeMultipart("alternative", text, invite));
        }
        message.saveChanges();
        return message;
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        String timeout = String.valueOf(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isBlank()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.tls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.tls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.localhost", "localhost");
        return properties;
    }
}
