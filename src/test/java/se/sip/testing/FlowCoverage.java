package se.sip.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Notes every flow node and every sequence flow that any test of the run has passed. */
@TestConfiguration
public class FlowCoverage {

    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    /** {@code process/element} of all that was passed. */
    public static Set<String> passed() {
        return new TreeSet<>(PASSED);
    }

    @Bean
    static ProcessEnginePlugin coveragePlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
                if (listeners == null) {
                    listeners = new ArrayList<>();
                    configuration.setCustomPostBPMNParseListeners(listeners);
                }
                listeners.add(new Attach());
            }
        };
    }

    private static final class Attach extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            attach(process.getKey(), process.getActivities());
        }

        private static void attach(String process, Collection<ActivityImpl> activities) {
            for (ActivityImpl activity : activities) {
                note(process, activity.getActivityId(), activity);
                for (var transition : activity.getOutgoingTransitions()) {
                    String id = transition.getId();
                    ((TransitionImpl) transition).addExecutionListener(
                            (ExecutionListener) e -> PASSED.add(process + "/" + id));
                }
                attach(process, activity.getActivities());
            }
        }

        private static void note(String process, String id, ScopeImpl scope) {
            scope.addBuiltInListener(ExecutionListener.EVENTNAME_START,
                    (ExecutionListener) e -> PASSED.add(process + "/" + id));
        }
    }
}
