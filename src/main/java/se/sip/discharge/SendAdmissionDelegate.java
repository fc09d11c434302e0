package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${skickaInskrivning}}: the units concerned get the admission notice. */
@Component("skickaInskrivning")
@CallableFromDiagram(name = "Skicka inskrivningsmeddelandet",
        does = "Berörda enheter får meddelandet. Grunden är lagens skyldighet; samtycke behövs inte. Finns "
                + "en SIP får huvudansvarig veta.")
class SendAdmissionDelegate implements JavaDelegate {

    private final Admissions admissions;

    SendAdmissionDelegate(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        admissions.send(execution.getProcessBusinessKey());
    }
}
