package se.sip.invitation;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFiles;
import se.sip.engine.CaseVariables;
import se.sip.engine.EngineAuthority;
import se.sip.engine.EngineDates;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** The wait for one recipient's answer: who is asked, until when, and who hears of it when no answer comes. */
@Service
@Transactional
class AnswerWait {

    private final Invitations invitations;
    private final AnswerTimes times;
    private final UnitRepository units;
    private final CaseFiles cases;
    private final TaskService tasks;
    private final EngineAuthority engine;

    AnswerWait(Invitations invitations, AnswerTimes times, UnitRepository units, CaseFiles cases, TaskService tasks,
            EngineAuthority engine) {
        this.invitations = invitations;
        this.times = times;
        this.units = units;
        this.cases = cases;
        this.tasks = tasks;
        this.engine = engine;
    }

    /** The unit itself is asked; the convener registers the answer of one without a login. */
    void open(CaseVariables variables) {
        Invitation invitation = invitations.byKey(variables.text(ProcessVariable.INVITATION));
        var meetingAt = (java.util.Date) variables.get(ProcessVariable.MEETING_AT);
        var wait = times.from(cases.byNumber(invitation.caseNumber()).county(), EngineDates.dayOf(meetingAt));
        invitations.save(invitation.withAnswerDue(wait.due()));
        variables.set(ProcessVariable.INVITED_GROUP,
                answersItself(invitation) ? invitation.unitId() : variables.text(ProcessVariable.CONVENER_GROUP));
        variables.set(ProcessVariable.DUTY, invitation.duty().name());
        variables.set(ProcessVariable.ANSWER_DUE, EngineDates.endOf(wait.due()));
        variables.setMoment(ProcessVariable.ANSWER_REMINDER_AT, wait.remindAt());
        variables.setMoment(ProcessVariable.ANSWER_OVERDUE_AT, wait.lateAt());
    }

    /** The managers see the task beside the unit; those of the convening unit where the recipient has no login. */
    void tellManager(DelegateExecution execution) {
        Invitation invitation = invitations.byKey(EngineVariables.of(execution).text(ProcessVariable.INVITATION));
        String group = answersItself(invitation) ? units.findById(invitation.unitId()).orElseThrow().managerGroup()
                : EngineVariables.of(execution).text(ProcessVariable.MANAGER_GROUP);
        String instance = execution.getProcessInstanceId();
        engine.unchecked(() -> {
            tasks.createTaskQuery().processInstanceId(instance).active().list()
                    .forEach(task -> tasks.addCandidateGroup(task.getId(), group));
            return null;
        });
        invitations.toldManager(invitation);
    }

    boolean answersItself(Invitation invitation) {
        return invitation.unitId() != null && units.findById(invitation.unitId()).map(Unit::hasLogin).orElse(false);
    }
}
