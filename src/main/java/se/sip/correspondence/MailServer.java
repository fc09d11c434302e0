package se.sip.correspondence;

/** Which SMTP server is used now; the demonstration brings one of its own. */
public interface MailServer {

    MailSettings settings();
}
