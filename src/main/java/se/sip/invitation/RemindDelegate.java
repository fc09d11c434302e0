package se.sip.invitation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** "Påminn om svar". */
@Component("paminnOmSvar")
@CallableFromDiagram(name = "Påminn om svar",
        does = "Enheten påminns om att namnge vem som kommer.")
class RemindDelegate implements JavaDelegate {

    private final Invitations invitations;

    RemindDelegate(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.remind(invitations.byKey(EngineVariables.of(execution).text(ProcessVariable.INVITATION)));
    }
}
