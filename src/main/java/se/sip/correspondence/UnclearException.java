package se.sip.correspondence;

/** A carrier cannot know whether the message left. */
class UnclearException extends Exception {
}
