package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${antecknaBrutenTid}}: the third calendar day is over without a call. */
@Component("antecknaBrutenTid")
@CallableFromDiagram(name = "Anteckna bruten tid",
        does = "En kallelse efter sista dagen är en bruten senast-regel. Den räknas och chefen får veta. "
                + "Kallelsen ska ändå skickas.")
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
