package se.sip.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/**
 * Accepts that there is no consent: a no (VGU-68), or a harm test that says no where there is no other ground. The case
 * is to end, and nobody's interventions with it.
 */
@Component("accepteraNej")
@CallableFromDiagram(name = "Acceptera nejet",
        does = "Ett nej accepteras. Ärendet avslutas, men inte någons insatser.")
class AcceptRefusalDelegate implements JavaDelegate {

    private static final String GO_ON = " Varje verksamhets egna insatser fortsätter (VGU-70).";

    private final CaseLog log;

    AcceptRefusalDelegate(CaseLog log) {
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionVariables variables = ExecutionVariables.of(execution);
        if (ConsentState.NO_GROUND.name().equals(variables.text(ProcessVariable.CONSENT_OUTCOME))) {
            variables.set(ProcessVariable.END_KIND, EndKind.NO_GROUND.name());
            log.add(variables.caseNumber(), "NO_GROUND", "Ingen kan samtycka, menprövningen säger nej och ingen annan "
                    + "grund finns." + GO_ON);
        } else {
            variables.set(ProcessVariable.END_KIND, EndKind.CONSENT_REFUSED.name());
            log.add(variables.caseNumber(), "CONSENT_REFUSED", "Nej till samtycke, som accepteras." + GO_ON);
        }
    }
}
