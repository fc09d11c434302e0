package se.sip.county;

import java.util.List;
import java.util.stream.Collectors;

/** A county's bundle cannot be published; what the database already runs stays as it was. */
public class FaultyBundleException extends RuntimeException {

    private final transient County county;
    private final transient List<BundleFault> faults;

    FaultyBundleException(County county, List<BundleFault> faults) {
        super("The files of county " + county.id() + " cannot be published: "
                + faults.stream().map(BundleFault::toString).collect(Collectors.joining("; ")));
        this.county = county;
        this.faults = List.copyOf(faults);
    }

    public County county() {
        return county;
    }

    public List<BundleFault> faults() {
        return faults;
    }
}
