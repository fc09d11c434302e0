package se.sip.rehearsal;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import se.sip.engine.PassedSteps;

/** Which elements and rows of a county's set the made-up cases have touched, and which they have not. */
final class Touched {

    private final Set<String> passed = new HashSet<>();

    /**
     * The share of elements or rows.
     *
     * @param untouched those that no case touches
     */
    record Share(int touched, int total, List<Part> untouched) {

        int percent() {
            return total == 0 ? 100 : touched * 100 / total;
        }
    }

    /**
     * An element of a diagram or a row of a table.
     *
     * @param file resource name
     * @param name as drawn, or the row's annotation
     */
    record Part(String file, String id, String name) {
    }

    void add(PassedSteps.Passed element) {
        passed.add(element.process() + "/" + element.element());
    }

    void add(PassedSteps.Hit row) {
        passed.add(row.table() + "/" + row.row());
    }

    Share elementsOf(Map<String, byte[]> contents) {
        var all = new ArrayList<Part>();
        var untouched = new ArrayList<Part>();
        contents.forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                var model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
                String process = model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class).stream()
                        .map(p -> p.getId()).findFirst().orElse("");
                model.getModelElementsByType(FlowNode.class).forEach(node -> note(process, new Part(file, node.getId(),
                        node.getName() == null ? "" : node.getName()), all, untouched));
            }
        });
        return new Share(all.size() - untouched.size(), all.size(), untouched);
    }

    Share rowsOf(Map<String, byte[]> contents) {
        var all = new ArrayList<Part>();
        var untouched = new ArrayList<Part>();
        contents.forEach((file, content) -> {
            if (file.endsWith(".dmn")) {
                var model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
                String table = model.getModelElementsByType(Decision.class).stream().map(d -> d.getId()).findFirst()
                        .orElse("");
                model.getModelElementsByType(Rule.class).forEach(row -> note(table, new Part(file, row.getId(),
                        row.getDescription() == null ? "" : row.getDescription().getTextContent().strip()), all,
                        untouched));
            }
        });
        return new Share(all.size() - untouched.size(), all.size(), untouched);
    }

    private void note(String parent, Part part, List<Part> all, List<Part> untouched) {
        all.add(part);
        if (!passed.contains(parent + "/" + part.id())) {
            untouched.add(part);
        }
    }
}
