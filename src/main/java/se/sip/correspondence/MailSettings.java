package se.sip.correspondence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent ({@code sip.mail}).
 *
 * @param host of the SMTP server; nothing is sent by mail where it is empty
 * @param user empty where the server asks for none
 * @param tls whether STARTTLS is demanded; off only for the demonstration's own server
 * @param from sender address
 * @param timeout for connecting, and for each answer of the server
 */
@ConfigurationProperties("sip.mail")
public record MailSettings(
        @DefaultValue("") String host, @DefaultValue("587") int port, @DefaultValue("") String user,
        @DefaultValue("") String password, @DefaultValue("true") boolean tls, @DefaultValue("") String from,
        @DefaultValue("15s") Duration timeout) {
}
