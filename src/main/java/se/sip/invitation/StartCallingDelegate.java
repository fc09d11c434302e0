package se.sip.invitation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** "Ta fram vilka som ska kallas". */
@Component("taFramMottagare")
@CallableFromDiagram(name = "Ta fram vilka som ska kallas",
        does = "Kalla börjar. Kallelser till ett möte som har flyttats eller ställts in gäller inte längre; "
                + "alla frågas på nytt.")
class StartCallingDelegate implements JavaDelegate {

    private final Invitations invitations;

    StartCallingDelegate(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.startCalling(execution.getProcessBusinessKey());
    }
}
