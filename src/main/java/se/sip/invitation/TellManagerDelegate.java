package se.sip.invitation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** "Berätta för enhetens chef". */
@Component("berattaForChef")
@CallableFromDiagram(name = "Berätta för enhetens chef",
        does = "Chefens grupp ser uppgiften och händelsen antecknas.")
class TellManagerDelegate implements JavaDelegate {

    private final AnswerWait wait;

    TellManagerDelegate(AnswerWait wait) {
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        wait.tellManager(execution);
    }
}
