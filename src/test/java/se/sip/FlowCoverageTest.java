package se.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.sip.testing.FlowCoverage;

/** Runs after all process tests and asks whether they passed every flow node and every flow of every diagram. */
@Order(Integer.MAX_VALUE)
@DisabledIfSystemProperty(named = "test", matches = ".+", disabledReason = "Only a whole run passes every diagram")
class FlowCoverageTest {

    @Test
    void theTestsPassEveryFlowNodeAndFlowOfEveryDiagram() throws Exception {
        Set<String> drawn = new TreeSet<>();
        var chosenByEvent = new TreeMap<String, String>();
        Resource[] diagrams = new PathMatchingResourcePatternResolver().getResources("classpath:processes/*.bpmn");
        for (Resource diagram : diagrams) {
            try (InputStream content = diagram.getInputStream()) {
                var model = Bpmn.readModelFromStream(content);
                String process = model.getModelElementsByType(Process.class).iterator().next().getId();
                model.getModelElementsByType(FlowNode.class).forEach(n -> drawn.add(process + "/" + n.getId()));
                model.getModelElementsByType(SequenceFlow.class).forEach(f -> drawn.add(process + "/" + f.getId()));
                model.getModelElementsByType(EventBasedGateway.class).forEach(g -> g.getOutgoing().forEach(f ->
                        chosenByEvent.put(process + "/" + f.getId(), process + "/" + f.getTarget().getId())));
            }
        }
        Set<String> passed = FlowCoverage.passed();
        // The engine goes from an event-based gateway to its event without taking the flow between them.
        chosenByEvent.forEach((flow, event) -> {
            if (passed.contains(event)) {
                passed.add(flow);
            }
        });
        Set<String> missed = new TreeSet<>(drawn);
        missed.removeAll(passed);
        System.out.printf("Flow coverage: %d diagrams, %d of %d flow nodes and flows passed%n",
                diagrams.length, drawn.size() - missed.size(), drawn.size());
        assertThat(missed).as("flow nodes and flows that no test passes: " + Arrays.toString(missed.toArray()))
                .isEmpty();
    }
}
