package se.sip.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** Accepts a no (VGU-68): the case is to end, and nobody's interventions with it. */
@Component("accepteraNej")
@CallableFromDiagram
class AcceptRefusalDelegate implements JavaDelegate {

    private final CaseLog log;

    AcceptRefusalDelegate(CaseLog log) {
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionVariables variables = ExecutionVariables.of(execution);
        variables.set(ProcessVariable.END_KIND, EndKind.CONSENT_REFUSED.name());
        log.add(variables.caseNumber(), "CONSENT_REFUSED",
                "Nej till samtycke, som accepteras. Varje verksamhets egna insatser fortsätter (VGU-70).");
    }
}
