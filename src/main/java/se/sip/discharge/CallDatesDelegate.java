package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${raknaKallelsetid}}: the dates of the three calendar days. */
@Component("raknaKallelsetid")
@CallableFromDiagram(name = "Räkna ut sista dag",
        does = "Tre kalenderdagar från den dag meddelandet skickades. Påminnelsen kommer sista vardagen till "
                + "och med sista dagen.")
class CallDatesDelegate implements JavaDelegate {

    private final CallClock calls;

    CallDatesDelegate(CallClock calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.setDates(execution.getProcessBusinessKey(), ExecutionVariables.of(execution));
    }
}
