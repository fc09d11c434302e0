package se.sip.closure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${aterstallArendet}}: the ending is taken back and the case goes on where it was. */
@Component("aterstallArendet")
@CallableFromDiagram(name = "Återställ ärendet",
        does = "Ärendet fortsätter i det steg där det avslutades. Ingen har fått veta något.")
class RestoreDelegate implements JavaDelegate {

    private final Closures closures;

    RestoreDelegate(Closures closures) {
        this.closures = closures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        variables.set(ProcessVariable.RESUME_AT, closures.restore(variables.caseNumber()).name());
        variables.set(ProcessVariable.END_KIND, null);
    }
}
