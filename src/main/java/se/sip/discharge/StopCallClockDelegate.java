package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${avslutaKallelsetid}}: nobody waits for a call any longer. */
@Component("avslutaKallelsetid")
@CallableFromDiagram(name = "Avsluta kallelsetiden",
        does = "Är SIP-processen slut väntar ingen längre på en kallelse.")
class StopCallClockDelegate implements JavaDelegate {

    private final CallClock calls;

    StopCallClockDelegate(CallClock calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.stop(execution.getProcessBusinessKey());
    }
}
