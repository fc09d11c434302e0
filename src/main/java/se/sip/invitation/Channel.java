package se.sip.invitation;

/** How an invitation reaches its recipient, in the order of VGU-80. Decided by the table {@code kanal}. */
public enum Channel {
    IT_SERVICE("IT-tjänsten"),
    PRINTED_FROM_IT_SERVICE("Utskrift från IT-tjänsten"),
    /** In Halland, to those without the IT service (HAL-75). */
    LETTER("Brev"),
    TEMPLATE("Mallen för kallelse");

    private final String swedish;

    Channel(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
