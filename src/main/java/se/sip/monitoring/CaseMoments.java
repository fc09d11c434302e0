package se.sip.monitoring;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineAuthority;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;

/**
 * The dates that a case waits for: timers and last days of tasks. An admin may move reminders, recommended dates and the
 * last days of tasks; a limit of law stands, and a meeting is moved by those who meet.
 */
@Component
class CaseMoments {

    private static final Set<String> MOVABLE_TIMERS = Set.of(ProcessVariable.MEETING_REMINDER_AT.id(),
            ProcessVariable.MEETING_DUE_PASSED_AT.id(), ProcessVariable.ANSWER_REMINDER_AT.id(),
            ProcessVariable.ANSWER_OVERDUE_AT.id(), ProcessVariable.FOLLOW_UP_CALL_AT.id(),
            ProcessVariable.FOLLOW_UP_OVERDUE_AT.id(), ProcessVariable.DISPUTE_STEP_AT.id());
    private static final Set<String> LIMITS_OF_LAW = Set.of(ProcessVariable.ADMISSION_DUE.id(),
            ProcessVariable.INVITE_DUE.id(), ProcessVariable.INVITE_REMINDER_AT.id(), ProcessVariable.TRANSFER_DUE.id(),
            ProcessVariable.ADMISSION_OVERDUE_AT.id(), ProcessVariable.INVITE_OVERDUE_AT.id(),
            ProcessVariable.TRANSFER_OVERDUE_AT.id());
    private static final String OF_LAW = "Lagens tid. Den flyttas inte.";
    private static final String IN_THE_CASE = "Flyttas av dem som arbetar med ärendet.";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineAuthority engine;
    private final StepNames steps;

    CaseMoments(JdbcClient jdbc, ManagementService management, RepositoryService repository, RuntimeService runtime,
            TaskService tasks, EngineAuthority engine, StepNames steps) {
        this.jdbc = jdbc;
        this.management = management;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
        this.steps = steps;
    }

    enum Kind { TIMER, TASK }

    /**
     * @param fixed why it cannot be moved; null where it can
     * @param variable the process variable that a timer takes its date from; null for a task
     */
    record Moment(Kind kind, String id, String what, LocalDateTime at, String fixed, String variable) {
    }

    /** Every date of the case, the nearest first. */
    List<Moment> of(String caseNumber) {
        return engine.unchecked(() -> {
            var moments = new ArrayList<Moment>();
            instances(caseNumber).forEach(id -> management.createJobQuery().processInstanceId(id).timers().list().stream()
                    .filter(j -> j.getDuedate() != null).map(this::timer).forEach(moments::add));
            tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                    .filter(t -> t.getDueDate() != null).map(this::lastDay).forEach(moments::add);
            return moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
        });
    }

    /** Moves one that may be moved. */
    void move(Moment moment, java.time.LocalDate to) {
        engine.unchecked(() -> {
            if (moment.kind() == Kind.TASK) {
                Task task = tasks.createTaskQuery().taskId(moment.id()).singleResult();
                task.setDueDate(EngineDates.endOf(to));
                tasks.saveTask(task);
                return null;
            }
            Job job = management.createJobQuery().jobId(moment.id()).singleResult();
            Date at = EngineDates.startOf(to);
            runtime.setVariables(job.getProcessInstanceId(), Map.of(moment.variable(), at));
            management.setJobDuedate(job.getId(), at);
            return null;
        });
    }

    private List<String> instances(String caseNumber) {
        return jdbc.sql("select e.id_ from act_ru_execution e where e.business_key_ = :number and e.id_ = e.proc_inst_id_")
                .param("number", caseNumber).query(String.class).list();
    }

    private Moment timer(Job job) {
        String activity = jdbc.sql("select act_id_ from act_ru_jobdef where id_ = :id").param("id", job.getJobDefinitionId())
                .query(String.class).optional().orElse(null);
        String variable = activity == null || !(repository.getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(activity) instanceof CatchEvent event) ? null
                : event.getEventDefinitions().stream().filter(TimerEventDefinition.class::isInstance)
                        .map(d -> ((TimerEventDefinition) d).getTimeDate()).filter(d -> d != null)
                        .map(d -> bare(d.getTextContent())).findFirst().orElse(null);
        return new Moment(Kind.TIMER, job.getId(), steps.of(job.getProcessDefinitionId(), activity), moment(job.getDuedate()),
                MOVABLE_TIMERS.contains(variable) ? null : LIMITS_OF_LAW.contains(variable) ? OF_LAW : IN_THE_CASE, variable);
    }

    private Moment lastDay(Task task) {
        boolean ofLaw = repository.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey()) instanceof UserTask drawn
                && drawn.getCamundaDueDate() != null && LIMITS_OF_LAW.contains(bare(drawn.getCamundaDueDate()));
        return new Moment(Kind.TASK, task.getId(), "Sista dag för ”" + task.getName() + "”", moment(task.getDueDate()),
                ofLaw ? OF_LAW : null, null);
    }

    private static String bare(String expression) {
        return expression.strip().replaceFirst("^[$#]\\{\\s*(\\w+)\\s*}$", "$1");
    }

    private static LocalDateTime moment(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), EngineDates.ZONE);
    }
}
