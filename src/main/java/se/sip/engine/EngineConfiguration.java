package se.sip.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is set in the engine beyond the settings file. */
@Configuration
class EngineConfiguration {

    @Bean
    static ProcessEnginePlugin sipEnginePlugin(ApplicationContext context, ObjectProvider<EngineHooks> hooks,
            List<DmnDecisionTableEvaluationListener> onTables) {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new DiagramExpressions(context));
                configuration.setHistoryRemovalTimeProvider(new CaseHistoryStays());
                List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
                if (listeners == null) {
                    listeners = new ArrayList<>();
                    configuration.setCustomPostBPMNParseListeners(listeners);
                }
                listeners.add(new GlobalListeners(hooks));
                var dmn = configuration.getDmnEngineConfiguration();
                if (dmn == null) {
                    dmn = (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration
                            .createDefaultDmnEngineConfiguration();
                    configuration.setDmnEngineConfiguration(dmn);
                }
                dmn.setFeelEngineFactory(RememberingFeelEngine.factory());
                dmn.getCustomPostDecisionTableEvaluationListeners().addAll(onTables);
            }
        };
    }
}
