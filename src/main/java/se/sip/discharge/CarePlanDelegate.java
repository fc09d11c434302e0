package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${meddelaVardplan}}: a coordinated care plan takes the place of a SIP. */
@Component("meddelaVardplan")
@CallableFromDiagram(name = "Meddela samordnad vårdplan",
        does = "Vid öppen psykiatrisk tvångsvård ersätts SIP av samordnad vårdplan.")
class CarePlanDelegate implements JavaDelegate {

    private final Plannings plannings;

    CarePlanDelegate(Plannings plannings) {
        this.plannings = plannings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plannings.carePlan(execution.getProcessBusinessKey());
    }
}
