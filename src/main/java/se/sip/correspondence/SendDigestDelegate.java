package se.sip.correspondence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${skickaSammanstallning}}: one unit gets its digest. */
@Component("skickaSammanstallning")
@CallableFromDiagram(name = "Skicka dagens mejl till enheten",
        does = "Antal uppgifter, antal försenade och en länk, inga personuppgifter. Högst en per enhet och "
                + "dag.")
class SendDigestDelegate implements JavaDelegate {

    private final Digests digests;

    SendDigestDelegate(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digests.send(ExecutionVariables.of(execution).text(ProcessVariable.DIGEST_UNIT));
    }
}
