package se.sip.county;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.XmlOutline.Element;

/** What stands in a diagram and which way it goes from there. */
class DiagramFlows {

    static final Set<String> CHOICES = Set.of("bpmn:exclusiveGateway", "bpmn:inclusiveGateway");
    static final Set<String> GATEWAYS = Set.of("bpmn:exclusiveGateway", "bpmn:inclusiveGateway",
            "bpmn:parallelGateway", "bpmn:eventBasedGateway");
    static final Set<String> EVENTS = Set.of("bpmn:startEvent", "bpmn:endEvent", "bpmn:boundaryEvent",
            "bpmn:intermediateCatchEvent");
    static final Set<String> ACTIVITIES = Set.of("bpmn:userTask", "bpmn:serviceTask", "bpmn:businessRuleTask",
            "bpmn:callActivity", "bpmn:subProcess", "bpmn:receiveTask");
    private static final Set<String> NODES = Stream.of(GATEWAYS, EVENTS, ACTIVITIES).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final XmlOutline diagram;
    private final Map<String, Element> nodes = new HashMap<>();
    private final List<Element> flows;
    private final Map<String, List<Element>> outgoing = new HashMap<>();
    private final Map<String, List<Element>> incoming = new HashMap<>();

    DiagramFlows(XmlOutline diagram) {
        this.diagram = diagram;
        this.flows = diagram.named("bpmn:sequenceFlow");
        diagram.elements().stream().filter(DiagramFlows::isNode).forEach(node -> nodes.putIfAbsent(node.id(), node));
        for (Element flow : flows) {
            outgoing.computeIfAbsent(flow.attributes().getOrDefault("sourceRef", ""), x -> new ArrayList<>()).add(flow);
            incoming.computeIfAbsent(flow.attributes().getOrDefault("targetRef", ""), x -> new ArrayList<>()).add(flow);
        }
    }

    static boolean isNode(Element element) {
        return NODES.contains(element.name());
    }

    static boolean isEventSubprocess(Element element) {
        return element.name().equals("bpmn:subProcess") && "true".equals(element.attribute("triggeredByEvent"));
    }

    List<Element> flows() {
        return flows;
    }

    Element node(String id) {
        return id == null ? null : nodes.get(id);
    }

    Element source(Element flow) {
        return node(flow.attribute("sourceRef"));
    }

    Element target(Element flow) {
        return node(flow.attribute("targetRef"));
    }

    List<Element> from(Element node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    List<Element> to(Element node) {
        return incoming.getOrDefault(node.id(), List.of());
    }

    /** The nodes that stand directly in a process or subprocess. */
    List<Element> inside(Element scope) {
        return diagram.childrenOf(scope).stream().filter(DiagramFlows::isNode).toList();
    }

    List<Element> boundariesOf(Element activity) {
        return nodes.values().stream().filter(n -> n.name().equals("bpmn:boundaryEvent")
                && activity.id().equals(n.attribute("attachedToRef"))).toList();
    }

    /** The condition of a flow as written, without {@code ${}}; empty where it has none. */
    String condition(Element flow) {
        return diagram.childrenOf(flow).stream().filter(c -> c.name().equals("bpmn:conditionExpression"))
                .map(c -> c.text().replaceAll("^[$#]\\{|}$", "").strip()).findFirst().orElse("");
    }

    boolean isDefault(Element flow) {
        Element from = source(flow);
        return from != null && flow.id().equals(from.attribute("default"));
    }

    /** Kind of event: {@code timer}, {@code message}, {@code error}, {@code terminate}; empty for a plain one. */
    String kindOf(Element event) {
        return definition(event).map(d -> d.name().replace("bpmn:", "").replace("EventDefinition", "")).orElse("");
    }

    java.util.Optional<Element> definition(Element event) {
        return diagram.childrenOf(event).stream().filter(c -> c.name().endsWith("EventDefinition")).findFirst();
    }

    /** The name of the message an event waits for. */
    String messageOf(Element event) {
        return definition(event).map(d -> d.attribute("messageRef")).flatMap(ref -> diagram.named("bpmn:message").stream()
                .filter(m -> m.id().equals(ref)).map(m -> m.attribute("name")).findFirst()).orElse("");
    }

    String errorOf(Element event) {
        return definition(event).map(d -> d.attribute("errorRef")).flatMap(ref -> diagram.named("bpmn:error").stream()
                .filter(m -> m.id().equals(ref)).map(m -> m.attribute("errorCode")).findFirst()).orElse("");
    }

    /** The expression of a timer. */
    String timerOf(Element event) {
        return definition(event).map(d -> diagram.childrenOf(d).stream().map(Element::text)
                .collect(Collectors.joining())).orElse("");
    }

    XmlOutline diagram() {
        return diagram;
    }
}
