package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${stangArendet}}: an administrative end; the event has named its kind. */
@Component("stangArendet")
@CallableFromDiagram(name = "Stäng ärendet",
        does = "All delning upphör och ärendet stängs av administrativa skäl.")
class AdministrativeEndDelegate implements JavaDelegate {

    private final Sharing sharing;

    AdministrativeEndDelegate(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        sharing.stop(variables.caseNumber());
    }
}
