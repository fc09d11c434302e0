package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${antecknaBrutenTid}}: the third calendar day is over without a call. */
@Component("antecknaBrutenTid")
@CallableFromDiagram
class BrokenCallDelegate implements JavaDelegate {

    private final CallClock calls;

    BrokenCallDelegate(CallClock calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.noteBroken(execution.getProcessBusinessKey());
    }
}
