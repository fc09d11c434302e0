package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${taEmotMeddelande}}: does what a registered message means. */
@Component("taEmotMeddelande")
@CallableFromDiagram(name = "Ta emot meddelandet",
        does = "Gör det meddelandet innebär i ärendet, i samma transaktion.")
class ReceiveMessageDelegate implements JavaDelegate {

    private final WardMessages messages;

    ReceiveMessageDelegate(WardMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.perform(ExecutionVariables.of(execution).text(ProcessVariable.SUBJECT));
    }
}
