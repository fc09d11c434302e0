package se.sip.engine;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Stands at every evaluation of a table, whoever asks for it: an input that no row covers is an error, never a silent
 * answer of nothing.
 */
@Component
@EnableConfigurationProperties(DecisionProperties.class)
class UncoveredInputs implements DmnDecisionTableEvaluationListener {

    private final DecisionProperties settings;

    UncoveredInputs(DecisionProperties settings) {
        this.settings = settings;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        String table = event.getDecision().getKey();
        if (event.getMatchingRules().isEmpty() && !settings.tablesThatMayBeEmpty().contains(table)) {
            String county = event.getDecision() instanceof DecisionDefinitionEntity deployed ? deployed.getTenantId()
                    : null;
            throw new UncoveredInputException(table, county,
                    event.getInputs().stream().map(DmnEvaluatedInput::getName).toList());
        }
    }
}
