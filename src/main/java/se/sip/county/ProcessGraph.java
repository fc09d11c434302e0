package se.sip.county;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.sip.county.XmlOutline.Element;

/**
 * All ways a case can go, from the start of a process that nothing calls, with every called process and subprocess in
 * its place. An activity is two nodes, begun and done; what interrupts it leaves from where it is begun.
 */
class ProcessGraph {

    private static final Set<String> WAIT = Set.of("bpmn:userTask", "bpmn:receiveTask", "bpmn:intermediateCatchEvent",
            "bpmn:eventBasedGateway");

    /**
     * @param element null for the end of everything and the end of a side path
     * @param done whether the activity is over
     * @param within keys of the processes around it, the outermost first
     * @param deed what it does, however it is called
     */
    record Node(int number, Bundle.File file, DiagramFlows flows, Element element, boolean done, List<String> within,
            Kind kind, Deed deed) {

        enum Kind {
            STEP,
            /** The case is over. */
            END,
            /** A path beside the case's own is over. */
            SIDE_END
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return number;
        }

        String title() {
            return element == null ? "Slut" : element.attributes().getOrDefault("name", "").isBlank() ? element.id()
                    : element.attribute("name").strip().replaceAll("\\s+", " ");
        }

        boolean waits() {
            return element != null && !done && WAIT.contains(element.name());
        }
    }

    /**
     * What an element does; each text is empty where it does no such thing.
     *
     * @param bean run by a service task
     * @param table asked by a rule task
     * @param form of a user task or a start
     * @param message that an event waits for
     * @param timer the expression of the moment that an event waits for
     */
    record Deed(String bean, String table, String form, String message, String timer) {

        private static final Deed NONE = new Deed("", "", "", "", "");

        static Deed of(Element element, DiagramFlows flows) {
            return switch (element.name()) {
                case "bpmn:serviceTask" -> new Deed(element.attributes().getOrDefault("camunda:delegateExpression", "")
                        .replaceAll("[${}#\\s]", ""), "", "", "", "");
                case "bpmn:businessRuleTask" -> new Deed("",
                        "${beslut}".equals(element.attribute("camunda:delegateExpression"))
                                ? flows.diagram().inside(element, "camunda:property").stream()
                                        .filter(p -> "tabell".equals(p.attribute("name")))
                                        .map(p -> p.attributes().getOrDefault("value", "")).findFirst().orElse("")
                                : "", "", "", "");
                case "bpmn:userTask" -> new Deed("", "", form(element), "", "");
                case "bpmn:startEvent", "bpmn:boundaryEvent", "bpmn:intermediateCatchEvent" -> new Deed("", "",
                        form(element), flows.messageOf(element), flows.timerOf(element).replaceAll("\\s", ""));
                default -> NONE;
            };
        }

        private static String form(Element element) {
            return element.attributes().getOrDefault("camunda:formKey", "").replaceAll("^.*/|\\.html$", "");
        }
    }

    /** Why a case goes from one node to the next. */
    enum Way {
        FLOW,
        /** What was begun is broken off. */
        INTERRUPTION,
        /** Another path begins beside it. */
        SIDE
    }

    /** @param facts what the gateway's answer tells */
    record Edge(Node to, Way way, Set<Fact> facts) {
    }

    private final Map<String, Bundle.File> processes;
    private final Function<Bundle.File, DiagramFlows> read;
    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final Node end;
    private final Node sideEnd;
    private final List<Node> starts;

    ProcessGraph(String root, Map<String, Bundle.File> processes, Function<Bundle.File, DiagramFlows> read) {
        this.processes = processes;
        this.read = read;
        this.end = node(null, null, null, false, List.of(root), Node.Kind.END);
        this.sideEnd = node(null, null, null, false, List.of(root), Node.Kind.SIDE_END);
        this.starts = process(root, List.of(), end, Map.of()).starts();
    }

    List<Node> starts() {
        return starts;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Edge> from(Node node) {
        return edges.get(node.number());
    }

    private Node node(Bundle.File file, DiagramFlows flows, Element element, boolean done, List<String> within,
            Node.Kind kind) {
        var node = new Node(nodes.size(), file, flows, element, done, within, kind,
                element == null ? Deed.NONE : Deed.of(element, flows));
        nodes.add(node);
        edges.add(new ArrayList<>());
        return node;
    }

    private void lead(Node from, Node to, Way way, Set<Fact> facts) {
        edges.get(from.number()).add(new Edge(to, way, facts));
    }

    /** @param waiting where a case can be broken off, of everything inside */
    private record Part(List<Node> starts, List<Node> waiting) {
    }

    private Part process(String key, List<String> within, Node after, Map<String, Node> errors) {
        Bundle.File file = processes.get(key);
        if (file == null || within.contains(key)) {
            return new Part(List.of(after), List.of());
        }
        var around = new ArrayList<>(within);
        around.add(key);
        DiagramFlows flows = read.apply(file);
        return flows.diagram().named("bpmn:process").stream().findFirst()
                .map(process -> scope(file, flows, process, around, after, errors))
                .orElse(new Part(List.of(after), List.of()));
    }

    private Part scope(Bundle.File file, DiagramFlows flows, Element scope, List<String> within, Node after,
            Map<String, Node> errors) {
        List<Element> inside = flows.inside(scope);
        Map<Element, Node> begun = new HashMap<>();
        Map<Element, Node> done = new HashMap<>();
        for (Element element : inside) {
            if (!DiagramFlows.isEventSubprocess(element)) {
                begun.put(element, node(file, flows, element, false, within, Node.Kind.STEP));
                done.put(element, DiagramFlows.ACTIVITIES.contains(element.name())
                        ? node(file, flows, element, true, within, Node.Kind.STEP) : begun.get(element));
            }
        }
        Map<String, Node> caught = new HashMap<>(errors);
        var events = new HashMap<Element, Part>();
        for (Element element : inside) {
            if (DiagramFlows.isEventSubprocess(element)) {
                boolean side = flows.inside(element).stream().anyMatch(n -> n.name().equals("bpmn:startEvent")
                        && "false".equals(n.attribute("isInterrupting")));
                Part handler = scope(file, flows, element, within, side ? sideEnd : after, errors);
                events.put(element, handler);
                handler.starts().stream().filter(s -> s.element() != null && flows.kindOf(s.element()).equals("error"))
                        .forEach(s -> caught.put(flows.errorOf(s.element()), s));
            }
        }
        var waiting = new LinkedHashSet<Node>();
        for (Element element : inside) {
            if (DiagramFlows.isEventSubprocess(element)) {
                continue;
            }
            List<Node> within1 = inner(file, flows, element, within, begun.get(element), done.get(element), after, begun,
                    caught);
            waiting.addAll(within1);
            for (Element boundary : flows.boundariesOf(element)) {
                Way way = "false".equals(boundary.attribute("cancelActivity")) ? Way.SIDE : Way.INTERRUPTION;
                if (begun.containsKey(boundary) && !flows.kindOf(boundary).equals("error")) {
                    within1.forEach(node -> lead(node, begun.get(boundary), way, Set.of()));
                }
            }
            onwards(flows, element, done.get(element), begun);
        }
        events.forEach((element, handler) -> handler.starts().stream().filter(s -> s.element() != null
                && !flows.kindOf(s.element()).equals("error")).forEach(start -> {
                    Way way = "false".equals(start.element().attribute("isInterrupting")) ? Way.SIDE : Way.INTERRUPTION;
                    waiting.forEach(node -> lead(node, start, way, Set.of()));
                }));
        events.values().forEach(handler -> waiting.addAll(handler.waiting()));
        List<Node> starts = inside.stream().filter(n -> n.name().equals("bpmn:startEvent")).map(begun::get).toList();
        return new Part(starts.isEmpty() ? List.of(after) : starts, List.copyOf(waiting));
    }

    /** Joins what is inside an element to it; answers where a case can wait in it. */
    private List<Node> inner(Bundle.File file, DiagramFlows flows, Element element, List<String> within, Node begun,
            Node done, Node after, Map<Element, Node> around, Map<String, Node> errors) {
        Map<String, Node> caught = new HashMap<>(errors);
        flows.boundariesOf(element).stream().filter(b -> flows.kindOf(b).equals("error") && around.containsKey(b))
                .forEach(b -> caught.put(flows.errorOf(b), around.get(b)));
        switch (element.name()) {
            case "bpmn:callActivity" -> {
                Part called = process(element.attributes().getOrDefault("calledElement", ""), within, done, caught);
                called.starts().forEach(start -> lead(begun, start, Way.FLOW, Set.of()));
                return called.waiting();
            }
            case "bpmn:subProcess" -> {
                Part part = scope(file, flows, element, within, done, caught);
                part.starts().forEach(start -> lead(begun, start, Way.FLOW, Set.of()));
                return part.waiting();
            }
            case "bpmn:endEvent" -> {
                if (flows.kindOf(element).equals("error")) {
                    lead(begun, errors.getOrDefault(flows.errorOf(element), end), Way.FLOW, Set.of());
                } else {
                    lead(begun, after, Way.FLOW, Set.of());
                }
                return List.of();
            }
            default -> {
                if (begun != done) {
                    lead(begun, done, Way.FLOW, Set.of());
                }
                boolean async = "true".equals(element.attribute("camunda:asyncBefore"))
                        || "true".equals(element.attribute("camunda:asyncAfter"));
                return begun.waits() || async ? List.of(begun) : List.of();
            }
        }
    }

    private void onwards(DiagramFlows flows, Element element, Node done, Map<Element, Node> begun) {
        List<Element> ways = flows.from(element);
        boolean choice = DiagramFlows.CHOICES.contains(element.name());
        for (Element way : ways) {
            Node to = begun.get(flows.target(way));
            if (to == null) {
                continue;
            }
            var facts = new HashSet<Fact>();
            if (choice && ways.size() > 1) {
                if (!flows.condition(way).isEmpty()) {
                    facts.addAll(Fact.where(flows.condition(way)));
                } else {
                    ways.stream().map(flows::condition).filter(c -> !c.isEmpty())
                            .forEach(c -> facts.addAll(Fact.whereNot(c)));
                }
            }
            lead(done, to, Way.FLOW, Set.copyOf(facts));
        }
    }
}
