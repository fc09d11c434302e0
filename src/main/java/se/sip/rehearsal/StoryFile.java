package se.sip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a file of made-up cases and says everything that is wrong in it at once, with the line:
 *
 * <pre>
 * grund:                        # answers that hold for every case of the file, by form
 *   behov: {startingUnit: vgr-1490-elevhalsa}
 * fall:
 *   - namn: Alva, skolan startar
 *     steg:
 *       - {dag: 2026-03-03, starta: sip, svar: {idNumber: 20140312-2383}}
 *       - {dag: 2026-03-04, formular: forbered}
 *       - {dag: 2026-03-24}      # only time passes
 * </pre>
 */
public final class StoryFile {

    private static final Set<String> OF_FILE = Set.of("lan", "grund", "fall");
    private static final Set<String> OF_CASE = Set.of("namn", "om", "steg");
    private static final Set<String> OF_STEP = Set.of("dag", "starta", "formular", "som", "vid", "svar");
    private static final String MAPPING = "Här ska stå namn och värden, till exempel namn: Alva.";

    private final String name;
    private final Known known;
    private final List<StoryFault> faults = new ArrayList<>();
    private final List<Story> stories = new ArrayList<>();

    /** What a case may name: a form or a process that the candidate does not have is a fault of the file. */
    record Known(Predicate<String> form, Predicate<String> process) {
    }

    /** What stands in a file. */
    record Read(List<Story> stories, List<StoryFault> faults) {
    }

    /**
     * A file of made-up cases.
     *
     * @param name as the process owner knows it, with its folder
     */
    public record Source(String name, String text) {
    }

    private StoryFile(String name, Known known) {
        this.name = name;
        this.known = known;
    }

    static Read read(Source source, Known known) {
        var file = new StoryFile(source.name(), known);
        try {
            file.readAll(new Yaml(new LoaderOptions()).compose(new StringReader(source.text())));
        } catch (MarkedYAMLException broken) {
            file.faults.add(new StoryFault(source.name(), broken.getProblemMark() == null ? 0
                    : broken.getProblemMark().getLine() + 1, "Raden går inte att läsa som YAML. Se över indrag, kolon"
                    + " och citattecken: " + broken.getProblem()));
        } catch (YAMLException broken) {
            file.faults.add(new StoryFault(source.name(), 0, "Filen går inte att läsa som YAML: " + broken.getMessage()));
        }
        return new Read(file.stories, file.faults);
    }

    /** The county that a file is for by its own word; empty where it says nothing. */
    static String countyOf(Source source) {
        return source.text().lines().filter(line -> line.startsWith("lan:"))
                .map(line -> line.substring("lan:".length()).strip()).findFirst().orElse("");
    }

    private void readAll(Node root) {
        Map<String, NodeTuple> fields = fieldsOf(root, OF_FILE);
        if (fields == null) {
            return;
        }
        var common = new LinkedHashMap<String, JsonNode>();
        if (fields.get("grund") != null) {
            answersByForm(fields.get("grund").getValueNode(), common);
        }
        NodeTuple cases = fields.get("fall");
        if (cases == null || !(cases.getValueNode() instanceof SequenceNode list)) {
            fault(root, "Filen har inga fall. Skriv fall: och en rad som börjar med - för varje ärende.");
            return;
        }
        list.getValue().forEach(node -> readCase(node, common));
    }

    private void answersByForm(Node node, Map<String, JsonNode> common) {
        if (!(node instanceof MappingNode mapping)) {
            fault(node, MAPPING);
            return;
        }
        YamlTree.fields(mapping).forEach((form, field) -> {
            if (!known.form().test(form)) {
                fault(field.getKeyNode(), noForm(form));
            }
            common.put(form, YamlTree.json(field.getValueNode()));
        });
    }

    private void readCase(Node node, Map<String, JsonNode> common) {
        Map<String, NodeTuple> fields = fieldsOf(node, OF_CASE);
        if (fields == null) {
            return;
        }
        String called = text(fields, "namn");
        if (called == null) {
            fault(node, "Fallet har inget namn. Skriv namn: och vad fallet visar.");
            called = "utan namn";
        }
        if (fields.get("steg") == null || !(fields.get("steg").getValueNode() instanceof SequenceNode list)
                || list.getValue().isEmpty()) {
            fault(node, "Fallet har inga steg. Skriv steg: och en rad som börjar med - för varje steg.");
            return;
        }
        var steps = new ArrayList<Story.Step>();
        list.getValue().forEach(step -> readStep(step, steps));
        if (!steps.isEmpty() && (steps.get(0).starts() == null || steps.get(0).at() == null)) {
            fault(list.getValue().get(0), "Det första steget ska ha en dag och starta en process, till exempel"
                    + " {dag: 2026-03-03, starta: sip}.");
        }
        stories.add(new Story(called, fields.get("om") == null ? "" : text(fields, "om"), name, YamlTree.line(node),
                steps, common));
    }

    private void readStep(Node node, List<Story.Step> steps) {
        Map<String, NodeTuple> fields = fieldsOf(node, OF_STEP);
        if (fields == null) {
            return;
        }
        String starts = text(fields, "starta");
        String form = text(fields, "formular");
        LocalDateTime at = moment(fields.get("dag"));
        LocalDateTime before = steps.stream().map(Story.Step::at).filter(day -> day != null).reduce((a, b) -> b)
                .orElse(null);
        if (starts != null && form != null) {
            fault(node, "Steget har både starta och formular. Välj ett, och gör ett steg till för det andra.");
        }
        if (starts == null && form == null && at == null) {
            fault(node, "Steget gör ingenting. Skriv dag, starta eller formular.");
        }
        if (at != null && before != null && at.isBefore(before)) {
            fault(node, "Dagen ligger före det förra stegets, " + before.toLocalDate() + ". Tiden går bara framåt.");
        }
        if (starts != null && !known.process().test(starts)) {
            fault(fields.get("starta").getValueNode(), "Det finns ingen process ”" + starts + "” som kan startas med ett"
                    + " formulär i länet.");
        }
        if (form != null && !known.form().test(form)) {
            fault(fields.get("formular").getValueNode(), noForm(form));
        }
        NodeTuple answers = fields.get("svar");
        if (answers != null && !(answers.getValueNode() instanceof MappingNode)) {
            fault(answers.getValueNode(), MAPPING);
        }
        steps.add(new Story.Step(YamlTree.line(node), at, starts, form, text(fields, "som"), text(fields, "vid"),
                answers == null ? null : YamlTree.json(answers.getValueNode())));
    }

    private LocalDateTime moment(NodeTuple day) {
        if (day == null) {
            return null;
        }
        String text = YamlTree.text(day.getValueNode()).replace(' ', 'T');
        try {
            return text.contains("T") ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(StoryPlayer.MORNING);
        } catch (DateTimeException wrong) {
            fault(day.getValueNode(), "”" + YamlTree.text(day.getValueNode()) + "” är ingen dag. Skriv dagen som"
                    + " åååå-mm-dd, med klockslag om det behövs: 2026-03-19 15:45.");
            return null;
        }
    }

    private Map<String, NodeTuple> fieldsOf(Node node, Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            if (node == null) {
                faults.add(new StoryFault(name, 0, "Filen är tom."));
            } else {
                fault(node, MAPPING);
            }
            return null;
        }
        Map<String, NodeTuple> fields = YamlTree.fields(mapping);
        fields.forEach((key, field) -> {
            if (!allowed.contains(key)) {
                fault(field.getKeyNode(), "”" + key + "” känns inte igen här. Det som kan stå är "
                        + String.join(", ", allowed.stream().sorted().toList()) + ".");
            }
        });
        return fields;
    }

    private static String text(Map<String, NodeTuple> fields, String key) {
        NodeTuple field = fields.get(key);
        String text = field == null ? "" : YamlTree.text(field.getValueNode());
        return text.isEmpty() ? null : text;
    }

    private static String noForm(String form) {
        return "Det finns inget formulär ”" + form + "” i länet.";
    }

    private void fault(Node node, String what) {
        faults.add(new StoryFault(name, node == null ? 0 : YamlTree.line(node), what));
    }
}
