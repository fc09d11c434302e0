package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${taUppPaNytt}}: a unit objects; the original days run on. */
@Component("taUppPaNytt")
@CallableFromDiagram(name = "Ta upp beslutet på nytt",
        does = "Tiden räknas fortfarande från den dag utskrivningsklar skickades.")
class ReconsiderDelegate implements JavaDelegate {

    private final Plannings plannings;

    ReconsiderDelegate(Plannings plannings) {
        this.plannings = plannings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plannings.reconsider(execution.getProcessBusinessKey());
    }
}
