package se.sip.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.engine.CallableFromDiagram;

/** The case has come to its consent, for the first time or again. */
@Component("inledSamtycke")
@CallableFromDiagram(name = "Inled samtycket",
        does = "Noterar att ärendet har kommit till samtycket.")
class OpenConsentDelegate implements JavaDelegate {

    private final CaseFiles cases;

    OpenConsentDelegate(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.enter(execution.getProcessBusinessKey(), CasePhase.CONSENT);
    }
}
