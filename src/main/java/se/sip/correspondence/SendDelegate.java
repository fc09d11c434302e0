package se.sip.correspondence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** "Skicka" of {@code leverans}: one attempt. A clear failure is thrown and the engine tries again. */
@Component("skickaLeverans")
@CallableFromDiagram(name = "Skicka en försändelse",
        does = "Grunden prövas igen vid varje försök. Nya försök efter 5, 10 och 60 minuter, sedan nästa väg "
                + "i länets ordning; finns ingen blir det en incident i Cockpit.")
class SendDelegate implements JavaDelegate {

    private static final String INCIDENT = "oklartOmSkickat";

    private final Sending sending;

    SendDelegate(Sending sending) {
        this.sending = sending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = EngineVariables.of(execution);
        long delivery = Long.parseLong(variables.text(ProcessVariable.DELIVERY));
        Sending.Step step = sending.perform(delivery);
        if (step == Sending.Step.UNCLEAR) {
            execution.createIncident(INCIDENT, String.valueOf(delivery), sending.unclearText(delivery));
        }
        variables.set(ProcessVariable.DELIVERY_OUTCOME, step.name());
    }
}
