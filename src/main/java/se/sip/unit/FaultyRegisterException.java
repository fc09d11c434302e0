package se.sip.unit;

import java.util.List;
import java.util.stream.Collectors;

/** A county's register cannot be taken in; the units in the database stay as they were. */
class FaultyRegisterException extends RuntimeException {

    private final transient List<RegisterFault> faults;

    FaultyRegisterException(List<RegisterFault> faults) {
        super("The register cannot be taken in: "
                + faults.stream().map(RegisterFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    List<RegisterFault> faults() {
        return faults;
    }
}
