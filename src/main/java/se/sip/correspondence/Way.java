package se.sip.correspondence;

/** A way something leaves the product. */
public enum Way {
    /** The county's IT service for SIP, through its outbox (VGU-80, HAL-74). */
    IT_SERVICE("IT-tjänsten"),
    /** Printed from the IT service and posted, where the recipient has none (VGU-80). */
    PRINTED_FROM_IT_SERVICE("Brev, utskrivet från IT-tjänsten"),
    /** Printed here and posted. */
    LETTER("Brev"),
    /** E-mail to a unit's functional mailbox: case number, what to do, by when and a link, nothing more. */
    MAIL("E-post utan personuppgifter");

    private final String swedish;

    Way(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }

    /** Whether somebody prints and posts it; it counts as sent when they say that it is done. */
    public boolean isPosted() {
        return this == LETTER || this == PRINTED_FROM_IT_SERVICE;
    }
}
