package se.sip.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Notes, where a county's files are rehearsed, each element that a case passes and each row of a table that hits. */
@Component
@Profile("rehearsal")
public class PassedSteps extends AbstractProcessEnginePlugin implements DmnDecisionTableEvaluationListener {

    private final Clock clock;
    private Consumer<Passed> elements = passed -> { };
    private Consumer<Hit> rows = hit -> { };

    PassedSteps(Clock clock) {
        this.clock = clock;
    }

    /**
     * An element of a diagram that a case has come to.
     *
     * @param caseNumber null where the process is no case's
     * @param process id of the diagram
     * @param element id of the element
     * @param name as drawn; empty where it has none
     * @param kind as the engine calls it, such as {@code userTask}
     * @param due last day of a task; null where it has none
     */
    public record Passed(String caseNumber, String process, String element, String name, String kind,
            LocalDateTime at, LocalDate due) {
    }

    /** A row of a decision table that answered. */
    public record Hit(String table, String row) {
    }

    /** From now on passed elements and rows go there. */
    public void noteTo(Consumer<Passed> passed, Consumer<Hit> hit) {
        elements = passed;
        rows = hit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>() : configuration.getCustomPostBPMNParseListeners();
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                attach(process.getKey(), process.getActivities());
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private void attach(String process, Collection<ActivityImpl> activities) {
        for (ActivityImpl activity : activities) {
            String kind = String.valueOf(activity.getProperty("type"));
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
                userTask.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> note(
                        task.getExecution().getProcessBusinessKey(), process, activity, kind,
                        task.getDueDate() == null ? null : EngineDates.dayOf(task.getDueDate())));
            } else {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                        note(execution.getProcessBusinessKey(), process, activity, kind, null));
            }
            attach(process, activity.getActivities());
        }
    }

    private void note(String caseNumber, String process, ActivityImpl activity, String kind, LocalDate due) {
        String name = (String) activity.getProperty("name");
        elements.accept(new Passed(caseNumber, process, activity.getActivityId(), name == null ? "" : name.strip(),
                kind, LocalDateTime.now(clock), due));
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(row -> rows.accept(new Hit(event.getDecision().getKey(), row.getId())));
    }
}
