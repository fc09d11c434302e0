package se.sip.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${lyftTvisten}}: the dispute goes one step up in each principal's line (BOR-84). */
@Component("lyftTvisten")
@CallableFromDiagram(name = "Lyft i varje huvudmans linje",
        does = "Frågan lyfts skyndsamt inom varje huvudmans linjeorganisation, med en egen dag för steget.")
class RaiseInLineDelegate implements JavaDelegate {

    private final Disputes disputes;

    RaiseInLineDelegate(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        disputes.raiseInLine(EngineVariables.of(execution).text(ProcessVariable.SUBJECT),
                ExecutionVariables.of(execution));
    }
}
