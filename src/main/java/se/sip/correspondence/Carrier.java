package se.sip.correspondence;

/** Carries a message one way. Called between two transactions: the attempt is committed, the result is not. */
interface Carrier {

    Way way();

    /** Makes ready whatever can fail without anything having left, such as the message itself. */
    Ready prepare(Delivery delivery) throws NotSentException;

    /** A message about to leave. */
    interface Ready {

        /**
         * @throws NotSentException where it is certain that nothing left
         * @throws UnclearException where it is not certain
         */
        void send() throws NotSentException, UnclearException;
    }
}
