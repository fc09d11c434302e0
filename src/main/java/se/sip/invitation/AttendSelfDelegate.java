package se.sip.invitation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/** "Mottagaren ska delta själv". */
@Component("deltarSjalv")
@CallableFromDiagram(name = "Mottagaren ska delta själv",
        does = "När ingen annan enhet finns, eller den inte ska vara med enligt den som planen gäller, är det mottagaren som ska "
                + "delta.")
class AttendSelfDelegate implements JavaDelegate {

    private final RightUnit rightUnit;
    private final AnswerWait wait;

    AttendSelfDelegate(RightUnit rightUnit, AnswerWait wait) {
        this.rightUnit = rightUnit;
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rightUnit.attendSelf(EngineVariables.of(execution).text(ProcessVariable.INVITATION));
        wait.open(EngineVariables.of(execution));
    }
}
