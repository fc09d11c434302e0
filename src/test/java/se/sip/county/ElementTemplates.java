package se.sip.county;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.XmlOutline.Element;
import se.sip.decision.DecisionInputs;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.FormIntake;

/**
 * The templates that Camunda Modeler offers whoever draws: a step, decision, task or call is chosen by its Swedish name
 * and comes with everything set that must be as it is. Made from the product's code and from how its own diagrams use it.
 */
final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema@0.22.1/resources/schema.json";
    private final ObjectMapper json;
    private final int version;
    private final List<XmlOutline> diagrams;
    private final StepVariables variables = new StepVariables();

    /** @param version of the product: 10203 for 1.2.3 */
    ElementTemplates(ObjectMapper json, int version, List<XmlOutline> diagrams) {
        this.json = json;
        this.version = version;
        this.diagrams = diagrams;
    }

    /** Every step that a service task can take. */
    ArrayNode steps(Map<String, Class<?>> beans) {
        ArrayNode templates = json.createArrayNode();
        new TreeMap<>(beans).forEach((bean, type) -> {
            CallableFromDiagram said = type.getAnnotation(CallableFromDiagram.class);
            ObjectNode template = template("steg." + bean, said.name(), said.does(), variables.of(type, List.of("execute")),
                    "bpmn:ServiceTask", "steg", "SIP: steg");
            hidden(template, "${" + bean + "}", property("camunda:delegateExpression"));
            templates.add(template);
        });
        return templates;
    }

    /** Every table that a decision can ask. */
    ArrayNode decisions(Map<String, DecisionInputs> inputs, Function<String, XmlOutline> tableOf) {
        ArrayNode templates = json.createArrayNode();
        new TreeMap<>(inputs).forEach((table, asked) -> {
            Element decision = tableOf.apply(table).named("dmn:decision").get(0);
            String does = tableOf.apply(table).childrenOf(decision).stream().filter(c -> c.name().equals("dmn:description"))
                    .map(Element::text).findFirst().orElse("") + " Frågar tabellen " + table + ".";
            ObjectNode template = template("beslut." + table, firstName("bpmn:businessRuleTask", e -> tables(e).contains(table),
                    decision.attribute("name")), does.strip(), variables.of(asked.getClass(), List.of("decided")),
                    "bpmn:BusinessRuleTask", "beslut", "SIP: beslut");
            hidden(template, "${beslut}", property("camunda:delegateExpression"));
            hidden(template, table, binding("camunda:property").put("name", "tabell"));
            templates.add(template);
        });
        return templates;
    }

    private Set<String> tables(Element task) {
        return diagrams.stream().flatMap(d -> d.inside(task, "camunda:property").stream()).map(p -> p.attribute("value"))
                .collect(Collectors.toSet());
    }

    /** Every form that a user task can have. */
    ArrayNode tasks(Map<String, FormIntake<?>> intakes) {
        ArrayNode templates = json.createArrayNode();
        new TreeMap<>(intakes).forEach((form, intake) -> {
            String key = "embedded:deployment:forms/" + form + ".html";
            List<Element> drawn = named("bpmn:userTask").filter(t -> key.equals(t.attribute("camunda:formKey"))).toList();
            if (drawn.isEmpty()) {
                return;
            }
            ObjectNode template = template("uppgift." + form, drawn.get(0).attribute("name"), "Uppgift med formuläret "
                    + form + ". Skriv i dokumentationen vad som ska göras och vilken paragraf det vilar på.",
                    variables.of(intake.getClass(), List.of("accept")), "bpmn:UserTask", "uppgift", "SIP: uppgifter");
            hidden(template, key, property("camunda:formKey"));
            asked(template, "Vilken grupp får uppgiften?", "En variabel som är en grupp, inte en fast grupp.",
                    drawn.get(0).attribute("camunda:candidateGroups"), property("camunda:candidateGroups"));
            asked(template, "Sista dag", "Ett datum: en variabel, eller en rad i tabellen frister.",
                    drawn.get(0).attribute("camunda:dueDate"), property("camunda:dueDate"));
            templates.add(template);
        });
        return templates;
    }

    /** Every process that another calls. */
    ArrayNode calls() {
        ArrayNode templates = json.createArrayNode();
        var called = new TreeSet<>(named("bpmn:callActivity").map(c -> c.attribute("calledElement")).toList());
        for (String process : called) {
            List<Element> calls = named("bpmn:callActivity").filter(c -> process.equals(c.attribute("calledElement"))).toList();
            Set<String> back = new TreeSet<>();
            diagrams.forEach(d -> calls.forEach(c -> d.inside(c, "camunda:out").forEach(o -> back.add(o.attribute("target")))));
            ObjectNode template = template("process." + process, calls.get(0).attribute("name").replaceFirst("^\\d\\. ", ""),
                    "Anropar processen " + process + " ur samma version.", new StepVariables.Used(Set.of(), back),
                    "bpmn:CallActivity", "process", "SIP: processer");
            hidden(template, process, property("calledElement"));
            hidden(template, "deployment", property("camunda:calledElementBinding"));
            hidden(template, "#{execution.processBusinessKey}", binding("camunda:in:businessKey"));
            hidden(template, null, binding("camunda:in").put("variables", "all"));
            back.forEach(variable -> hidden(template, variable, binding("camunda:out").put("source", variable)));
            templates.add(template);
        }
        return templates;
    }

    private Stream<Element> named(String element) {
        return diagrams.stream().flatMap(d -> d.named(element).stream());
    }

    private String firstName(String element, java.util.function.Predicate<Element> which, String otherwise) {
        return named(element).filter(which).map(e -> e.attribute("name")).findFirst().orElse(otherwise);
    }

    private ObjectNode template(String id, String name, String does, StepVariables.Used used, String appliesTo,
            String category, String categoryName) {
        ObjectNode template = json.createObjectNode();
        template.put("$schema", SCHEMA).put("name", name).put("id", "se.sip." + id).put("version", version)
                .put("description", Stream.of(does, said("Behöver", used.needs()), said("Ger", used.gives()))
                        .filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")));
        template.putObject("category").put("id", "se.sip." + category).put("name", categoryName);
        template.putArray("appliesTo").add(appliesTo);
        template.putArray("properties");
        asked(template, "Namn", "Vad som sker, med ett verb först.", name, property("name"));
        return template;
    }

    private static String said(String what, Set<String> ids) {
        Map<String, ProcessVariable> known = Arrays.stream(ProcessVariable.values())
                .collect(Collectors.toMap(ProcessVariable::id, v -> v));
        return ids.isEmpty() ? "" : what + ": " + ids.stream().map(id -> known.get(id).codes().isEmpty() ? id
                : id + " (" + String.join(", ", new TreeSet<>(known.get(id).codes())) + ")")
                .collect(Collectors.joining(", ")) + ".";
    }

    private ObjectNode binding(String type) {
        return json.createObjectNode().put("type", type);
    }

    private ObjectNode property(String name) {
        return binding("property").put("name", name);
    }

    private static void hidden(ObjectNode template, String value, JsonNode binding) {
        ObjectNode property = ((ArrayNode) template.get("properties")).addObject().put("type", "Hidden");
        if (value != null) {
            property.put("value", value);
        }
        property.set("binding", binding);
    }

    private static void asked(ObjectNode template, String label, String description, String value, JsonNode binding) {
        ObjectNode property = ((ArrayNode) template.get("properties")).addObject().put("label", label)
                .put("description", description).put("type", "String").put("value", value);
        property.set("binding", binding);
        property.putObject("constraints").put("notEmpty", true);
    }
}
