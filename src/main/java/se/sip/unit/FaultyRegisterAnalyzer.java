package se.sip.unit;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words, instead of a stack trace, which lines of a register stop the start. */
class FaultyRegisterAnalyzer extends AbstractFailureAnalyzer<FaultyRegisterException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FaultyRegisterException cause) {
        return new FailureAnalysis("The register of units cannot be taken in:\n\n"
                + cause.faults().stream().map(fault -> "  - " + fault).collect(Collectors.joining("\n"))
                + "\n\nNothing was changed: the units in the database are those taken in last.",
                "Correct the lines named above and start again.", cause);
    }
}
