package se.sip.contact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${bedomdEnhet}}: the unit that the person belongs to takes the place of the one contacted. */
@Component("bedomdEnhet")
@CallableFromDiagram(name = "Låt bedömd enhet ta över",
        does = "Enheten som barnet hör till tar platsen. Samtycket utökas till den innan den ser något, och "
                + "därefter kallas den.")
class AssessedUnitDelegate implements JavaDelegate {

    private final Contacts contacts;

    AssessedUnitDelegate(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contacts.replace(EngineVariables.of(execution).text(ProcessVariable.SUBJECT));
    }
}
