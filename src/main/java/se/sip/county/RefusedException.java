package se.sip.county;

/** What somebody wanted to do with a candidate cannot be done; the message says why, in Swedish. */
public class RefusedException extends RuntimeException {

    public RefusedException(String message) {
        super(message);
    }
}
