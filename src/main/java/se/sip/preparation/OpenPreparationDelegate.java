package se.sip.preparation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.engine.CallableFromDiagram;

/** The case has come to its preparation. */
@Component("inledForberedelse")
@CallableFromDiagram(name = "Inled förberedelsen",
        does = "Noterar att ärendet har kommit till förberedelsen.")
class OpenPreparationDelegate implements JavaDelegate {

    private final CaseFiles cases;

    OpenPreparationDelegate(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.enter(execution.getProcessBusinessKey(), CasePhase.PREPARE);
    }
}
