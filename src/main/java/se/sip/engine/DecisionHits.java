package se.sip.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.springframework.stereotype.Component;

/** Tells which rows of a decision table hit, so that a decision can show its ground. */
@Component
public class DecisionHits implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<String>> hits = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        hits.set(event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList());
    }

    /** Ids of the rows that hit in this thread's last evaluation, and forgets them. */
    public List<String> take() {
        List<String> taken = hits.get();
        hits.remove();
        return taken == null ? List.of() : taken;
    }
}
