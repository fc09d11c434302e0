package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${meddelaForsening}}: the recommended date has passed; the managers learn of it and it is counted. */
@Component("meddelaForsening")
@CallableFromDiagram(name = "Meddela chefen att mötet dröjer",
        does = "Rekommenderad dag för mötet har passerat: det antecknas och räknas, och enhetens chef får "
                + "veta.")
class LateMeetingDelegate implements JavaDelegate {

    private final LateMeetings late;

    LateMeetingDelegate(LateMeetings late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        late.passed(variables.caseNumber());
    }
}
