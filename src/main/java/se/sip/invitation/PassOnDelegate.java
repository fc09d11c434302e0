package se.sip.invitation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** "Lämna över till rätt enhet". */
@Component("lamnaOver")
@CallableFromDiagram(name = "Lämna över till rätt enhet",
        does = "Kallelsen går över till rätt enhet; den förra ser inte längre ärendet.")
class PassOnDelegate implements JavaDelegate {

    private final RightUnit rightUnit;

    PassOnDelegate(RightUnit rightUnit) {
        this.rightUnit = rightUnit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rightUnit.passOn(EngineVariables.of(execution).text(ProcessVariable.INVITATION),
                execution.getProcessDefinitionId());
    }
}
