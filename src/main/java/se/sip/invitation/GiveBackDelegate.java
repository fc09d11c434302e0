package se.sip.invitation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${aterlamnaKallelsen}}: the call came to the wrong principal and goes back to the convener (BOR-52). */
@Component("aterlamnaKallelsen")
@CallableFromDiagram(name = "Återlämna till den som kallar",
        does = "Kallelsen har kommit till fel huvudman. Mottagaren är inte längre med, och den som kallar "
                + "får veta det.")
class GiveBackDelegate implements JavaDelegate {

    private final RightUnit rightUnit;

    GiveBackDelegate(RightUnit rightUnit) {
        this.rightUnit = rightUnit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rightUnit.giveBack(EngineVariables.of(execution).text(ProcessVariable.INVITATION));
    }
}
