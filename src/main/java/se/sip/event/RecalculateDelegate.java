package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${raknaOmTider}}: a date was corrected; the timers of the case follow. */
@Component("raknaOmTider")
@CallableFromDiagram(name = "Räkna om tiderna",
        does = "Räknar om ärendets tider från det rättade datumet och flyttar öppna tidshändelser.")
class RecalculateDelegate implements JavaDelegate {

    private final LateMeetings late;

    RecalculateDelegate(LateMeetings late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        late.countAnew(variables.caseNumber());
    }
}
