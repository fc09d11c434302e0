package se.sip.need;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.deadline.CaseDates;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${oppnaArende}}: the dates of the case are computed before any timer waits for them. */
@Component("oppnaArende")
@CallableFromDiagram(name = "Öppna ärendet",
        does = "Räknar ut ärendets tider.")
class OpenCaseDelegate implements JavaDelegate {

    /** A process that another one calls may say in which phase it begins, as after a stay at a hospital. */
    private static final String FROM_THE_START = "NONE";
    private final CaseDates dates;

    OpenCaseDelegate(CaseDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        if (variables.get(ProcessVariable.RESUME_AT) == null) {
            variables.set(ProcessVariable.RESUME_AT, FROM_THE_START);
        }
        dates.keep(variables.caseNumber());
        dates.variables(variables.caseNumber()).forEach(variables::set);
    }
}
