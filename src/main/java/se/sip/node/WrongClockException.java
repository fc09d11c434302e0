package se.sip.node;

/** A node whose clock or time zone is wrong, for the operator: what is wrong and what to do, in English. */
class WrongClockException extends RuntimeException {

    private final String remedy;

    WrongClockException(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
