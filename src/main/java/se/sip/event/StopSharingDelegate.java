package se.sip.event;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.EndKind;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${stoppaDelning}}: the consent is taken back; nothing more is shared. */
@Component("stoppaDelning")
@CallableFromDiagram(name = "Stoppa all delning",
        does = "Mötet ställs in och andra enheter kan inte längre läsa ärendet.")
class StopSharingDelegate implements JavaDelegate {

    private final Sharing sharing;

    StopSharingDelegate(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        sharing.stop(variables.caseNumber());
        variables.set(ProcessVariable.END_KIND, EndKind.CONSENT_WITHDRAWN.name());
    }
}
