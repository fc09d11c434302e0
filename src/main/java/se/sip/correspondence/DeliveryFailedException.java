package se.sip.correspondence;

/** Makes the job fail, to be retried and then to become an incident: names way, unit and reason, nothing personal. */
class DeliveryFailedException extends RuntimeException {

    DeliveryFailedException(String message) {
        super(message);
    }
}
