package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${utforHandelse}}: does what a registered event means. */
@Component("utforHandelse")
@CallableFromDiagram(name = "Utför händelsen",
        does = "Gör det händelsen innebär i ärendet, i samma transaktion.")
class PerformEventDelegate implements JavaDelegate {

    private final CaseEvents events;

    PerformEventDelegate(CaseEvents events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        events.perform(variables.text(ProcessVariable.SUBJECT));
    }
}
