package se.sip.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineDates;
import se.sip.engine.RowOfTable;

/** Due dates of user tasks: {@code ${frist.dagar(execution, 'samtycke')}} in a diagram. */
@Component("frist")
@CallableFromDiagram
public class DueDates {

    private final Deadlines deadlines;
    private final Clock clock;

    DueDates(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The end of the last day of a rule that counts from today, in the county the case runs in. */
    @RowOfTable("frister")
    public Date dagar(DelegateExecution execution, String rule) {
        Deadline due = deadlines.of(execution.getTenantId(), execution.getProcessDefinitionId(), rule,
                LocalDate.now(clock));
        return EngineDates.endOf(due.lastDay());
    }
}
