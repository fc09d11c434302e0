package se.sip.invitation;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** "Skicka kallelserna". */
@Component("skickaKallelser")
@CallableFromDiagram(name = "Skicka kallelserna",
        does = "Varje mottagare som samtycket omfattar får sin kallelse eller inbjudan; vad som lämnas ut "
                + "antecknas med sin grund.")
class DispatchDelegate implements JavaDelegate {

    private final Dispatch dispatch;

    DispatchDelegate(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var sent = dispatch.sendRound(execution.getProcessBusinessKey(), execution.getProcessDefinitionId());
        EngineVariables.of(execution).set(ProcessVariable.INVITATIONS, new ArrayList<>(sent));
    }
}
