package se.sip.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.XmlOutline;
import se.sip.county.XmlOutline.Element;

/** What is different between two versions of a diagram: elements by their ids, then where they lie in the picture. */
class DiagramDifference {

    /** Says something of the element around it, and is no element of its own. */
    private static final Set<String> OF_ELEMENT = Set.of("bpmn:documentation", "bpmn:extensionElements", "bpmn:incoming",
            "bpmn:outgoing", "bpmn:conditionExpression", "bpmn:multiInstanceLoopCharacteristics",
            "bpmn:standardLoopCharacteristics", "bpmn:loopCardinality", "bpmn:completionCondition", "bpmn:flowNodeRef",
            "bpmn:definitions");
    private static final Set<String> IMPLIED = Set.of("bpmn:incoming", "bpmn:outgoing");
    private static final Set<String> REFERENCES = Set.of("sourceRef", "targetRef", "default", "attachedToRef",
            "messageRef", "errorRef");

    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("bpmn:userTask", "användaruppgiften"),
            Map.entry("bpmn:serviceTask", "tjänsteuppgiften"), Map.entry("bpmn:businessRuleTask", "regeluppgiften"),
            Map.entry("bpmn:callActivity", "anropet"), Map.entry("bpmn:subProcess", "delprocessen"),
            Map.entry("bpmn:exclusiveGateway", "grinden"), Map.entry("bpmn:parallelGateway", "den parallella grinden"),
            Map.entry("bpmn:startEvent", "starthändelsen"), Map.entry("bpmn:endEvent", "sluthändelsen"),
            Map.entry("bpmn:boundaryEvent", "kanthändelsen"), Map.entry("bpmn:intermediateCatchEvent", "väntan"),
            Map.entry("bpmn:intermediateThrowEvent", "händelsen"), Map.entry("bpmn:sequenceFlow", "flödet"),
            Map.entry("bpmn:process", "processen"), Map.entry("bpmn:message", "meddelandet"),
            Map.entry("bpmn:error", "felet"), Map.entry("bpmn:textAnnotation", "anteckningen"));

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("name", "namnet"),
            Map.entry("sourceRef", "början"), Map.entry("targetRef", "målet"), Map.entry("default", "standardflödet"),
            Map.entry("attachedToRef", "uppgiften den sitter på"), Map.entry("cancelActivity", "att den avbryter"),
            Map.entry("camunda:formKey", "formuläret"), Map.entry("camunda:candidateGroups", "kandidatgruppen"),
            Map.entry("camunda:assignee", "handläggaren"), Map.entry("camunda:dueDate", "förfallodagen"),
            Map.entry("camunda:followUpDate", "uppföljningsdagen"),
            Map.entry("camunda:delegateExpression", "det som utförs"), Map.entry("camunda:expression", "uttrycket"),
            Map.entry("camunda:decisionRef", "tabellen"), Map.entry("calledElement", "processen som anropas"),
            Map.entry("camunda:calledElementBinding", "bindningen"), Map.entry("camunda:versionTag", "versionen"),
            Map.entry("camunda:historyTimeToLive", "tiden historiken sparas"),
            Map.entry("camunda:asyncBefore", "sparpunkten före"), Map.entry("camunda:asyncAfter", "sparpunkten efter"),
            Map.entry("bpmn:documentation", "dokumentationen"), Map.entry("bpmn:conditionExpression", "villkoret"),
            Map.entry("bpmn:timerEventDefinition", "tidpunkten"), Map.entry("bpmn:messageEventDefinition", "meddelandet"),
            Map.entry("bpmn:errorEventDefinition", "felet"), Map.entry("bpmn:conditionalEventDefinition", "villkoret"),
            Map.entry("bpmn:terminateEventDefinition", "att allt avslutas"),
            Map.entry("bpmn:multiInstanceLoopCharacteristics", "upprepningen"),
            Map.entry("bpmn:extensionElements", "egenskaperna"), Map.entry("bpmn:text", "texten"));

    private final XmlOutline before;
    private final XmlOutline after;

    DiagramDifference(XmlOutline before, XmlOutline after) {
        this.before = before;
        this.after = after;
    }

    List<ElementDifference> list() {
        Map<String, Element> was = elements(before);
        Map<String, Element> is = elements(after);
        var found = new ArrayList<ElementDifference>();
        is.forEach((id, element) -> {
            if (!was.containsKey(id)) {
                found.add(new ElementDifference(Change.ADDED, id, "Ny: " + described(element, is) + "."));
            } else {
                List<String> parts = Facets.changed(former(was.get(id), element, was, is), facets(element, is));
                if (!parts.isEmpty()) {
                    found.add(new ElementDifference(Change.CHANGED, id, Facets.sentence(capital(kind(element)) + " "
                            + element.title(), parts)));
                }
            }
        });
        was.forEach((id, element) -> {
            if (!is.containsKey(id)) {
                found.add(new ElementDifference(Change.REMOVED, id, "Borttagen: " + described(element, was) + "."));
            }
        });
        addMoved(was, is, found);
        return found;
    }

    private void addMoved(Map<String, Element> was, Map<String, Element> is, List<ElementDifference> found) {
        Map<String, String> placed = places(before);
        List<String> moved = places(after).entrySet().stream().filter(place -> is.containsKey(place.getKey())
                && was.containsKey(place.getKey()) && !place.getValue().equals(placed.get(place.getKey())))
                .map(place -> is.get(place.getKey()).title()).toList();
        if (!moved.isEmpty()) {
            found.add(new ElementDifference(Change.MOVED, "", "Ritat på annat sätt i bilden: " + String.join(", ", moved)
                    + "."));
        }
    }

    private static Map<String, Element> elements(XmlOutline outline) {
        var elements = new LinkedHashMap<String, Element>();
        outline.elements().stream().filter(e -> e.name().startsWith("bpmn:") && !e.id().isEmpty()
                && !OF_ELEMENT.contains(e.name()) && !e.name().endsWith("EventDefinition")
                && (e.parent() == null || !OF_ELEMENT.contains(e.parent().name())
                        || e.parent().name().equals("bpmn:definitions")))
                .forEach(e -> elements.putIfAbsent(e.id(), e));
        return elements;
    }

    private static String described(Element element, Map<String, Element> around) {
        String said = kind(element) + " " + element.title();
        if (!element.name().equals("bpmn:sequenceFlow")) {
            return said;
        }
        Map<String, String> facets = facets(element, around);
        String condition = facets.get("villkoret");
        return said + " från " + facets.get("början") + " till " + facets.get("målet")
                + (condition == null ? "" : ", när " + condition);
    }

    private static String kind(Element element) {
        return KINDS.getOrDefault(element.name(), element.name().replace("bpmn:", ""));
    }

    /** What was said before; what refers to the same element is the same, though that has another name now. */
    private static Map<String, String> former(Element before, Element after, Map<String, Element> was,
            Map<String, Element> is) {
        Map<String, String> facets = facets(before, was);
        Map<String, String> now = facets(after, is);
        REFERENCES.stream().filter(name -> before.attribute(name) != null
                && before.attribute(name).equals(after.attribute(name))).map(name -> NAMES.getOrDefault(name, name))
                .forEach(name -> facets.put(name, now.get(name)));
        return facets;
    }

    private static Map<String, String> facets(Element element, Map<String, Element> around) {
        var facets = new LinkedHashMap<String, String>();
        facets.put("sorten", kind(element));
        element.attributes().forEach((name, value) -> {
            if (!name.equals("id")) {
                facets.put(NAMES.getOrDefault(name, name.replace("camunda:", "")), REFERENCES.contains(name)
                        && around.containsKey(value) ? around.get(value).title() : value);
            }
        });
        element.children().stream().filter(child -> !IMPLIED.contains(child.name()) && !around.containsKey(child.id()))
                .forEach(child -> facets.merge(NAMES.getOrDefault(child.name(), child.name().replace("bpmn:", "")),
                        written(child, around), (one, other) -> one + ", " + other));
        return facets;
    }

    /** What stands in a part of an element, without the names of its tags where it says one thing alone. */
    private static String written(Element part, Map<String, Element> around) {
        String attributes = part.attributes().entrySet().stream()
                .filter(a -> !a.getKey().equals("id") && !a.getKey().endsWith(":type"))
                .map(a -> REFERENCES.contains(a.getKey()) && around.containsKey(a.getValue())
                        ? around.get(a.getValue()).title() : a.getKey().replace("camunda:", "") + " " + a.getValue())
                .collect(Collectors.joining(" "));
        String children = part.children().stream().map(child -> written(child, around)).collect(Collectors.joining(", "));
        String said = Stream.of(attributes, part.text(), children).filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? "ja" : said;
    }

    /** Where each element lies in the picture. */
    private static Map<String, String> places(XmlOutline outline) {
        var places = new LinkedHashMap<String, String>();
        outline.elements().stream().filter(e -> e.attribute("bpmnElement") != null).forEach(shape ->
                places.put(shape.attribute("bpmnElement"), shape.children().stream().map(child -> child.attributes()
                        + child.children().stream().map(label -> label.attributes().toString()).toList().toString())
                        .collect(Collectors.joining())));
        return places;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
