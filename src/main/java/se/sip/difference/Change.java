package se.sip.difference;

/** What has become of a file, or of something in it. */
public enum Change {
    ADDED("ny"), REMOVED("borttagen"), CHANGED("ändrad"),
    /** Lies elsewhere in the picture, or in another order where order says nothing. */
    MOVED("flyttad");

    private final String swedish;

    Change(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
