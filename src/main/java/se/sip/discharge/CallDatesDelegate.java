package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${raknaKallelsetid}}: the dates of the three calendar days. */
@Component("raknaKallelsetid")
@CallableFromDiagram
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
