package se.sip.correspondence;

import org.springframework.stereotype.Component;

/** A mail to those who run the system: about steps and numbers, never about a person or a case's content. */
@Component
public class OperatorMail {

    private final MailPost post;

    OperatorMail(MailPost post) {
        this.post = post;
    }

    /** How it went; an unclear one is not repeated. */
    public enum Outcome { SENT, FAILED, UNCLEAR }

    /** @param id unique, the same for every attempt */
    public Outcome send(String to, String subject, String text, String id) {
        try {
            post.send(new MailPost.Mail(to, subject, text, id, null));
            return Outcome.SENT;
        } catch (NotSentException e) {
            return Outcome.FAILED;
        } catch (UnclearException e) {
            return Outcome.UNCLEAR;
        }
    }
}
