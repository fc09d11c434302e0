package se.sip.access;

import java.util.List;

/** The product is set up in a way that must not meet real cases. */
class UnfitForProductionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    UnfitForProductionException(List<String> faults) {
        super("Not fit for production: " + String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
