package se.sip.node;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator why the node did not start, instead of a stack trace. */
class WrongClockAnalyzer extends AbstractFailureAnalyzer<WrongClockException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongClockException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
