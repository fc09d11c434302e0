package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${paminnKallelse}}: the last working day has come. */
@Component("paminnKallelse")
@CallableFromDiagram(name = "Påminn fast vårdkontakt",
        does = "Sista vardagen till och med sista dagen.")
class RemindCallDelegate implements JavaDelegate {

    private final CallClock calls;

    RemindCallDelegate(CallClock calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.remind(execution.getProcessBusinessKey());
    }
}
