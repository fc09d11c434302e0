package se.sip.contact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${inledKontakter}}: units without an ongoing contact are contacted before they are called. */
@Component("inledKontakter")
@CallableFromDiagram(name = "Inled kontakter som tas först",
        does = "Den som saknar pågående kontakt med specialistvården går genom En väg in; socialtjänsten "
                + "kontaktas eller får en ansökan. Varje kontakt har sin egen process och ärendet går vidare.")
class OpenContactsDelegate implements JavaDelegate {

    private final Contacts contacts;

    OpenContactsDelegate(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contacts.open(execution.getProcessBusinessKey());
    }
}
