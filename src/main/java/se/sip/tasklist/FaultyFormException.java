package se.sip.tasklist;

/** A form handed in over the API has faults; becomes a problem document with every field (RFC 9457). */
public class FaultyFormException extends RuntimeException {

    private final transient Faults faults;

    public FaultyFormException(Faults faults) {
        super("Form with " + faults.list().size() + " faults");
        this.faults = faults;
    }

    public Faults faults() {
        return faults;
    }
}
