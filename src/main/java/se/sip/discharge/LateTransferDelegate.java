package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${meddelaSenOverforing}}: the day of discharge is over without a transfer. */
@Component("meddelaSenOverforing")
@CallableFromDiagram(name = "Meddela chefen att information inte är överförd",
        does = "Dagen är slut utan överförd information: det antecknas, räknas och avdelningens chef får "
                + "veta.")
class LateTransferDelegate implements JavaDelegate {

    private final Transfers transfers;

    LateTransferDelegate(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        transfers.noteLate(execution.getProcessBusinessKey());
    }
}
