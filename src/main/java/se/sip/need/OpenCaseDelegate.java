package se.sip.need;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.deadline.CaseDates;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** {@code ${oppnaArende}}: the dates of the case are computed before any timer waits for them. */
@Component("oppnaArende")
@CallableFromDiagram
class OpenCaseDelegate implements JavaDelegate {

    private final CaseDates dates;

    OpenCaseDelegate(CaseDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        dates.keep(variables.caseNumber());
        dates.variables(variables.caseNumber()).forEach(variables::set);
    }
}
