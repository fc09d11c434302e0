package se.sip.correspondence;

/** Why a send certainly did not happen, in words that an operator can act on. */
public enum Failure {
    NOT_SET_UP("vägen är inte inställd"),
    NO_ADDRESS("mottagaren saknar adress för vägen i enhetsregistret"),
    NO_CONNECTION("ingen förbindelse med servern"),
    REFUSED_FOR_NOW("servern tog inte emot just nu"),
    REFUSED("servern avvisade meddelandet"),
    NO_ENCRYPTION("servern erbjuder ingen kryptering"),
    LOGIN_REFUSED("inloggningen hos servern avvisades"),
    NOT_WRITTEN("utkorgen kunde inte skrivas");

    private final String swedish;

    Failure(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
