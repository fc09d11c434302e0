package se.sip.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Notes every flow node and every sequence flow that any test of the run has passed, by county. The tests run in more
 * than one JVM; each leaves what it has noted in a file when it ends.
 */
@TestConfiguration
public class FlowCoverage {

    private static final Path FOLDER = Path.of("target", "flow-coverage",
            System.getProperty("sip.test.run", "single"));
    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(FlowCoverage::leave));
    }

    /** {@code county/process/element} of all that the tests of the run have passed, in whichever JVM. */
    public static Set<String> passed() throws IOException {
        var all = new TreeSet<String>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                all.addAll(Files.readAllLines(file));
            }
        }
        return all;
    }

    private static void leave() {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(ProcessHandle.current().pid() + ".txt"), new TreeSet<>(PASSED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            attach(process.getTenantId() + "/" + process.getKey(), process.getActivities());
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
