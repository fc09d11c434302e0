package se.sip.publication;

/** What somebody wanted to do with a candidate cannot be done; the message says why, in Swedish. */
public class RefusedException extends RuntimeException {

    RefusedException(String message) {
        super(message);
    }
}
