package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${startaNySip}}: the goal has changed; a new case takes over, with a consent of its own. */
@Component("startaNySip")
@CallableFromDiagram(name = "Starta ny SIP",
        does = "Målet har ändrats påtagligt: en ny SIP med nytt samtycke startas, kopplad till den gamla "
                + "planen.")
class RestartDelegate implements JavaDelegate {

    private final Restarts restarts;

    RestartDelegate(Restarts restarts) {
        this.restarts = restarts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        restarts.startInsteadOf(variables.caseNumber());
    }
}
