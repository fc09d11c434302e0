package se.sip.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${avslutaTvisten}}: both sides are told that the dispute is over. */
@Component("avslutaTvisten")
@CallableFromDiagram(name = "Meddela att tvisten är avslutad",
        does = "Enheterna och deras chefer får veta att tvisten är löst eller har fallit.")
class EndDisputeDelegate implements JavaDelegate {

    private final Disputes disputes;

    EndDisputeDelegate(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = EngineVariables.of(execution);
        disputes.end(variables.text(ProcessVariable.SUBJECT), variables.text(ProcessVariable.DISPUTE_OUTCOME));
    }
}
