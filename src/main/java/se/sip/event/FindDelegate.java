package se.sip.event;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${granskaArenden}}: looks for what the county's cases are to be told of today. */
@Component("granskaArenden")
@CallableFromDiagram(name = "Sök i ärendena",
        does = "Söker i länets ärenden efter det som har gått ut, försenats eller ändrats sedan igår.")
class FindDelegate implements JavaDelegate {

    private final DailyCheck check;

    FindDelegate(DailyCheck check) {
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionVariables.of(execution).set(ProcessVariable.FINDINGS,
                new ArrayList<>(check.findingsIn(execution.getTenantId())));
    }
}
