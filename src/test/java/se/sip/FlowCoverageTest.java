package se.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.sip.testing.FlowCoverage;

/**
 * Asks, when all tests have run, whether they passed every flow node and every flow of every diagram: those of the
 * national base in any county that has none of its own in their place, those of a county in that county.
 */
@Tag("after-all")
class FlowCoverageTest {

    private final Set<String> passed;

    FlowCoverageTest() throws IOException {
        passed = FlowCoverage.passed();
    }

    @Test
    void theTestsPassEveryFlowNodeAndFlowOfEveryDiagram() throws Exception {
        var missed = new TreeSet<String>();
        var figures = new TreeMap<String, int[]>();
        int diagrams = 0;
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:processes/**/*.bpmn")) {
            String folder = file.getURI().toString().replaceFirst(".*/processes/", "").replaceFirst("[^/]*$", "");
            Diagram diagram = Diagram.read(file);
            Set<String> seen = passedOf(folder, diagram);
            var missing = new TreeSet<>(diagram.elements());
            missing.removeAll(seen);
            missing.forEach(element -> missed.add(folder + diagram.process() + "/" + element));
            int[] figure = figures.computeIfAbsent(folder.isEmpty() ? "national base" : folder, f -> new int[2]);
            figure[0] += diagram.elements().size() - missing.size();
            figure[1] += diagram.elements().size();
            diagrams++;
        }
        System.out.printf("Flow coverage of %d diagrams: %s flow nodes and flows passed%n", diagrams,
                figures.entrySet().stream().map(f -> f.getKey() + " " + f.getValue()[0] + " of " + f.getValue()[1])
                        .collect(Collectors.joining(", ")));
        assertThat(missed).as("flow nodes and flows that no test passes").isEmpty();
    }

    /** What was passed of a diagram, in the county whose it is, or in any for one of the national base. */
    private Set<String> passedOf(String folder, Diagram diagram) {
        Set<String> seen = passed.stream()
                .filter(p -> p.startsWith(folder.isEmpty() ? "" : folder))
                .map(p -> p.substring(p.indexOf('/') + 1))
                .filter(p -> p.startsWith(diagram.process() + "/"))
                .map(p -> p.substring(p.indexOf('/') + 1)).collect(Collectors.toCollection(TreeSet::new));
        // The engine goes from an event-based gateway to its event without taking the flow between them.
        diagram.chosenByEvent().forEach((flow, event) -> {
            if (seen.contains(event)) {
                seen.add(flow);
            }
        });
        return seen;
    }

    /**
     * @param elements ids of flow nodes and flows
     * @param chosenByEvent event by flow that leads to it from an event-based gateway
     */
    private record Diagram(String process, Set<String> elements, Map<String, String> chosenByEvent) {

        static Diagram read(Resource file) throws IOException {
            try (InputStream content = file.getInputStream()) {
                var model = Bpmn.readModelFromStream(content);
                var elements = new TreeSet<String>();
                model.getModelElementsByType(FlowNode.class).forEach(n -> elements.add(n.getId()));
                model.getModelElementsByType(SequenceFlow.class).forEach(f -> elements.add(f.getId()));
                var chosen = new TreeMap<String, String>();
                model.getModelElementsByType(EventBasedGateway.class).forEach(g -> g.getOutgoing()
                        .forEach(f -> chosen.put(f.getId(), f.getTarget().getId())));
                return new Diagram(model.getModelElementsByType(Process.class).iterator().next().getId(), elements,
                        chosen);
            }
        }
    }
}
