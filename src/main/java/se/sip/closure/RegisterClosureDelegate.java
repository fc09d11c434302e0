package se.sip.closure;

import java.time.LocalDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.EndKind;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${registreraAvslut}}: the case is closed; its notices wait until the ending can no longer be taken back. */
@Component("registreraAvslut")
@CallableFromDiagram(name = "Registrera avslutet",
        does = "Ärendet stängs och ingen ny delning kan ske. Beskeden väntar tills ångertiden har gått.")
class RegisterClosureDelegate implements JavaDelegate {

    private final Closures closures;

    RegisterClosureDelegate(Closures closures) {
        this.closures = closures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = ExecutionVariables.of(execution);
        String kind = variables.text(ProcessVariable.END_KIND);
        String caseNumber = variables.caseNumber();
        LocalDateTime undoUntil = closures.register(caseNumber, kind == null ? null : EndKind.valueOf(kind))
                .orElse(null);
        variables.set(ProcessVariable.END_KIND, closures.latest(caseNumber).orElseThrow().endKind().name());
        variables.setMoment(ProcessVariable.UNDO_UNTIL, undoUntil);
        variables.set(ProcessVariable.RESUME_AT, ClosureIntake.NONE);
    }
}
