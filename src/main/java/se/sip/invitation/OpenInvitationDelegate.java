package se.sip.invitation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;

/** "Ta fram vem som ska svara". */
@Component("oppnaInbjudan")
@CallableFromDiagram(name = "Ta fram vem som ska svara",
        does = "Enheten själv, eller den som sammankallar när enheten saknar inloggning. Svarstid och "
                + "påminnelse räknas från utskicket.")
class OpenInvitationDelegate implements JavaDelegate {

    private final AnswerWait wait;

    OpenInvitationDelegate(AnswerWait wait) {
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        wait.open(EngineVariables.of(execution));
    }
}
