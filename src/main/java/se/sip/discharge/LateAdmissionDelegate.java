package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${meddelaSenInskrivning}}: the 24 hours have passed. */
@Component("meddelaSenInskrivning")
@CallableFromDiagram(name = "Meddela chefen att inskrivningsmeddelandet är sent",
        does = "Tiden i lagen har passerat: det antecknas, räknas och avdelningens chef får veta.")
class LateAdmissionDelegate implements JavaDelegate {

    private final Admissions admissions;

    LateAdmissionDelegate(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        admissions.noteLate(execution.getProcessBusinessKey());
    }
}
