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
                "Länet '" + cause.county().id() + "' kan inte publiceras:\n\n"
                        + faults + "\n\nInget är ändrat: det som publicerades senast gäller.",
                "Rätta filerna ovan och starta igen. Samma prövning: java -jar sip.jar check " + cause.county().id(), cause);
    }
}
