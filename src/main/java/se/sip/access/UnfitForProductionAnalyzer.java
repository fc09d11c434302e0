package se.sip.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what to set, instead of a stack trace. */
class UnfitForProductionAnalyzer extends AbstractFailureAnalyzer<UnfitForProductionException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitForProductionException cause) {
        return new FailureAnalysis("The profile production refuses these settings:\n\n  - "
                + String.join("\n  - ", cause.faults()),
                "Correct the settings and start again. docs/operations.md lists them.", cause);
    }
}
