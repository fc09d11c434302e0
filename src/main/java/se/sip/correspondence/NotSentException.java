package se.sip.correspondence;

/** A carrier is certain that nothing left. Carries a code only: server answers may quote what was sent. */
class NotSentException extends Exception {

    private final Failure failure;

    NotSentException(Failure failure) {
        super(failure.name());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
