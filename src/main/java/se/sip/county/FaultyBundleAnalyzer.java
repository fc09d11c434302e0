package se.sip.county;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words, instead of a stack trace, which files stop the start. */
class FaultyBundleAnalyzer extends AbstractFailureAnalyzer<FaultyBundleException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FaultyBundleException cause) {
        String faults = cause.faults().stream().map(fault -> "  - " + fault).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The diagrams, tables and forms of county '" + cause.county().id() + "' cannot be published:\n\n"
                        + faults + "\n\nNothing was changed: the version in the database is the one published last.",
                "Correct the files named above and start again.", cause);
    }
}
