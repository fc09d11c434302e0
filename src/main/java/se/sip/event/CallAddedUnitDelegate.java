package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${kallaTillkommande}}: the consent covers the added unit; it gets an invitation of its own. */
@Component("kallaTillkommande")
@CallableFromDiagram(name = "Kalla enheten",
        does = "Enheten får sin kallelse i en egen process och ett utlämnande med samtycket som grund.")
class CallAddedUnitDelegate implements JavaDelegate {

    private final AddedUnits added;

    CallAddedUnitDelegate(AddedUnits added) {
        this.added = added;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        added.call(variables.caseNumber(), variables.text(ProcessVariable.SUBJECT));
    }
}
