package se.sip.correspondence;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${valjSammanstallningar}}: which units of the county get a digest today. */
@Component("valjSammanstallningar")
@CallableFromDiagram(name = "Välj enheter för dagens mejl",
        does = "Enheter som har valt en sammanställning om dagen i stället för ett mejl varje gång.")
class DigestUnitsDelegate implements JavaDelegate {

    private final Digests digests;

    DigestUnitsDelegate(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionVariables.of(execution).set(ProcessVariable.DIGEST_UNITS,
                new ArrayList<>(digests.due(execution.getTenantId())));
    }
}
