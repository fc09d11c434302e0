package se.sip.contact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${varnaOmKontakt}}: a week before the recommended date the contact is still open. */
@Component("varnaOmKontakt")
@CallableFromDiagram(name = "Varna den som startade",
        does = "En varning till den som startade.")
class WarnContactDelegate implements JavaDelegate {

    private final Contacts contacts;

    WarnContactDelegate(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contacts.warn(EngineVariables.of(execution).text(ProcessVariable.SUBJECT));
    }
}
