package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${avslutaBehovsEj}}: nobody objects; the plan for a safe discharge is confirmed. */
@Component("avslutaBehovsEj")
@CallableFromDiagram(name = "Bekräfta trygg utskrivning",
        does = "Planeringen säkerställer en trygg och säker utskrivning utan SIP.")
class ConfirmNotNeededDelegate implements JavaDelegate {

    private final Plannings plannings;

    ConfirmNotNeededDelegate(Plannings plannings) {
        this.plannings = plannings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plannings.confirmNotNeeded(execution.getProcessBusinessKey());
    }
}
