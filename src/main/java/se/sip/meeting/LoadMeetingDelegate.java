package se.sip.meeting;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.EngineDates;
import se.sip.engine.ExecutionVariables;
import se.sip.engine.ProcessVariable;

/** {@code ${hamtaMotet}}: the case comes to its meeting, whose day is the last one to record it on. */
@Component("hamtaMotet")
@CallableFromDiagram(name = "Hämta det bokade mötet",
        does = "Ärendet går in i fasen SIP-möte och mötets dag hämtas från bokningen.")
class LoadMeetingDelegate implements JavaDelegate {

    private final Meetings meetings;
    private final CaseFiles cases;
    private final Clock clock;

    LoadMeetingDelegate(Meetings meetings, CaseFiles cases, Clock clock) {
        this.meetings = meetings;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        cases.enter(caseNumber, CasePhase.MEETING);
        LocalDate day = meetings.booked(caseNumber).map(m -> m.startsAt().toLocalDate())
                .orElse(LocalDate.now(clock));
        ExecutionVariables.of(execution).set(ProcessVariable.TASK_DUE, EngineDates.endOf(day));
    }
}
