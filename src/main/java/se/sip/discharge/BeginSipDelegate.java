package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${inledUtskrivningsSip}}: who takes part is taken over; a SIP that is closed gives way. */
@Component("inledUtskrivningsSip")
@CallableFromDiagram(name = "Förbered SIP",
        does = "Deltagare hämtas från inskrivningsmeddelandet; regional öppenvård är alltid med. En tidigare "
                + "SIP som stängs ersätts.")
class BeginSipDelegate implements JavaDelegate {

    private final Plannings plannings;

    BeginSipDelegate(Plannings plannings) {
        this.plannings = plannings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plannings.beginSip(execution.getProcessBusinessKey());
    }
}
