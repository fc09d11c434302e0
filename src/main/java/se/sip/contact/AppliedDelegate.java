package se.sip.contact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${ansokanGjord}}: an application is an ongoing contact; the unit is called. */
@Component("ansokanGjord")
@CallableFromDiagram(name = "Låt socialtjänsten vara med",
        does = "En ansökan är en pågående kontakt; socialtjänsten kallas som andra.")
class AppliedDelegate implements JavaDelegate {

    private final Contacts contacts;

    AppliedDelegate(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contacts.applied(EngineVariables.of(execution).text(ProcessVariable.SUBJECT));
    }
}
