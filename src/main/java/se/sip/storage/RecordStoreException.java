package se.sip.storage;

/** A record could not be read or kept. Carries neither values nor cause: both may hold personal data. */
public class RecordStoreException extends RuntimeException {

    RecordStoreException(String message) {
        super(message);
    }
}
