package se.sip.deadline;

import java.util.Arrays;

/** How binding a limit is. Only {@link #MUST} can be broken; the others warn, ask for a reason and are counted. */
public enum Strength {
    /** The clause says ska. */
    MUST("SKA"),
    /** The clause says bör. */
    SHOULD("BÖR"),
    /** No clause gives a number; the product proposes one. */
    PRODUCT_DEFAULT("PRODUKT");

    private final String swedish;

    Strength(String swedish) {
        this.swedish = swedish;
    }

    /** The word in tables and on screens. */
    public String swedish() {
        return swedish;
    }

    static Strength of(String swedish) {
        return Arrays.stream(values()).filter(strength -> strength.swedish.equals(swedish)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Table frister: strength '" + swedish + "' is none of"
                        + " SKA, BÖR, PRODUKT"));
    }
}
