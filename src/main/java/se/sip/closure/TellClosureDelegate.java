package se.sip.closure;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${meddelaAvslut}}: all involved are told that the SIP no longer holds. */
@Component("meddelaAvslut")
@CallableFromDiagram(name = "Meddela alla berörda",
        does = "Alla som har medverkat får veta att SIP:en inte längre gäller, utan skäl och utan uppgifter "
                + "om hälsa.")
class TellClosureDelegate implements JavaDelegate {

    private final Closures closures;

    TellClosureDelegate(Closures closures) {
        this.closures = closures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        variables.set(ProcessVariable.NOTICES, new ArrayList<>(closures.tellAll(variables.caseNumber())));
    }
}
