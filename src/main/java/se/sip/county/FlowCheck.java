package se.sip.county;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.XmlOutline.Element;

/**
 * Whether a diagram can be read and walked: everything has a name and is drawn, every element can be reached and leads
 * on to an end, and a gateway always knows where to go.
 */
class FlowCheck {

    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("bpmn:userTask", "Uppgiften"),
            Map.entry("bpmn:serviceTask", "Serviceuppgiften"), Map.entry("bpmn:businessRuleTask", "Beslutet"),
            Map.entry("bpmn:callActivity", "Anropet"), Map.entry("bpmn:subProcess", "Delprocessen"),
            Map.entry("bpmn:exclusiveGateway", "Grinden"), Map.entry("bpmn:inclusiveGateway", "Grinden"),
            Map.entry("bpmn:parallelGateway", "Grinden"), Map.entry("bpmn:eventBasedGateway", "Grinden"),
            Map.entry("bpmn:startEvent", "Starthändelsen"), Map.entry("bpmn:endEvent", "Sluthändelsen"),
            Map.entry("bpmn:boundaryEvent", "Händelsen"), Map.entry("bpmn:intermediateCatchEvent", "Händelsen"),
            Map.entry("bpmn:receiveTask", "Uppgiften"), Map.entry("bpmn:sequenceFlow", "Flödet"));

    List<BundleFault> check(Bundle.File file, XmlOutline diagram) {
        var walk = new Walk(file, new DiagramFlows(diagram));
        walk.checkDrawnAndNamed(diagram);
        walk.flows.flows().forEach(walk::checkEnds);
        for (Element element : diagram.elements()) {
            if (DiagramFlows.CHOICES.contains(element.name())) {
                walk.checkChoice(element);
            } else if (element.name().equals("bpmn:boundaryEvent")) {
                walk.checkAttached(element);
            } else if (DiagramFlows.isEventSubprocess(element)) {
                walk.checkTrigger(element);
            }
            if (Set.of("bpmn:process", "bpmn:subProcess").contains(element.name())) {
                walk.checkScope(element);
            }
        }
        return walk.faults;
    }

    private static final class Walk {

        private final Bundle.File file;
        private final DiagramFlows flows;
        private final List<BundleFault> faults = new ArrayList<>();

        Walk(Bundle.File file, DiagramFlows flows) {
            this.file = file;
            this.flows = flows;
        }

        void checkDrawnAndNamed(XmlOutline diagram) {
            Set<String> drawn = Stream.of("bpmndi:BPMNShape", "bpmndi:BPMNEdge").flatMap(n -> diagram.named(n).stream())
                    .map(shape -> shape.attributes().getOrDefault("bpmnElement", "")).collect(Collectors.toSet());
            for (Element element : diagram.elements()) {
                boolean flow = element.name().equals("bpmn:sequenceFlow");
                if (!flow && !DiagramFlows.isNode(element)) {
                    continue;
                }
                if (!drawn.contains(element.id())) {
                    add(element, kind(element) + " saknar bild (DI) och syns inte i Modeler.",
                            "Öppna filen i Modeler, lägg elementet på plats igen och spara.");
                }
                boolean nameless = element.attributes().getOrDefault("name", "").isBlank();
                if (nameless && needsName(element) && !element.name().equals("bpmn:userTask")) {
                    add(element, kind(element) + " har inget namn.", flow
                            ? "Skriv svaret på grindens fråga, till exempel Ja eller Nej."
                            : DiagramFlows.GATEWAYS.contains(element.name()) ? "Skriv frågan som grinden ställer."
                                    : "Skriv ett namn på svenska som säger vad som sker.");
                }
            }
        }

        /** A gateway that only parts or joins what runs at the same time asks nothing. */
        private boolean needsName(Element element) {
            return switch (element.name()) {
                case "bpmn:parallelGateway" -> false;
                case "bpmn:exclusiveGateway", "bpmn:inclusiveGateway" -> flows.from(element).size() > 1;
                case "bpmn:sequenceFlow" -> flows.source(element) != null
                        && DiagramFlows.CHOICES.contains(flows.source(element).name())
                        && flows.from(flows.source(element)).size() > 1;
                default -> true;
            };
        }

        void checkEnds(Element flow) {
            for (String end : List.of("sourceRef", "targetRef")) {
                Element node = flows.node(flow.attribute(end));
                if (node == null) {
                    add(flow, "Flödet sitter inte fast i båda ändar: ”" + flow.attribute(end) + "” finns inte.",
                            "Dra flödet på nytt.");
                } else if (node.parent() != flow.parent()) {
                    add(flow, "Flödet går över en delprocess kant.", "Dra flödet till delprocessen, inte in i den.");
                }
            }
            Element from = flows.source(flow);
            if (from != null && !flows.condition(flow).isEmpty() && !DiagramFlows.CHOICES.contains(from.name())) {
                add(flow, "Flödet har ett villkor men börjar inte i en grind.", "Sätt en grind före och ställ frågan där.");
            }
        }

        void checkChoice(Element gateway) {
            List<Element> ways = flows.from(gateway);
            String standard = gateway.attribute("default");
            if (ways.size() < 2) {
                return;
            }
            if (standard == null || ways.stream().noneMatch(w -> w.id().equals(standard))) {
                add(gateway, "Grinden har inget standardflöde: stämmer inget villkor stannar ärendet.",
                        "Markera ett av flödena som Default Flow.");
            }
            for (Element way : ways) {
                boolean isStandard = way.id().equals(standard);
                String condition = flows.condition(way);
                if (condition.isEmpty() && !isStandard) {
                    add(way, "Flödet har inget villkor och är inte grindens standardflöde.", "Skriv ett villkor.");
                } else if (!condition.isEmpty() && isStandard) {
                    add(way, "Grindens standardflöde har ett villkor, som aldrig prövas.", "Ta bort villkoret.");
                } else if (!isStandard && ExpressionNames.in("${" + condition + "}").isEmpty()) {
                    add(way, "Villkoret ${" + condition + "} frågar inget; svaret är alltid detsamma.",
                            "Jämför en processvariabel med ett värde.");
                }
            }
            List<Element> asked = ways.stream().filter(w -> !w.id().equals(standard) && !flows.condition(w).isEmpty())
                    .toList();
            List<java.util.Optional<String>> said = ConditionCheck.say(asked.stream()
                    .map(w -> "${" + flows.condition(w) + "}").toList());
            for (int i = 0; i < asked.size(); i++) {
                Element way = asked.get(i);
                said.get(i).ifPresent(fault -> add(way, "Villkoret ${" + flows.condition(way) + "} " + fault + ".",
                        "Rätta villkoret, eller ta bort flödet."));
            }
            long different = ways.stream().map(flows::condition).filter(c -> !c.isEmpty()).distinct().count();
            if (different < ways.stream().map(flows::condition).filter(c -> !c.isEmpty()).count()) {
                add(gateway, "Två av grindens flöden har samma villkor; det andra tas aldrig.", "Rätta ett av villkoren.");
            }
        }

        void checkAttached(Element boundary) {
            Element activity = flows.node(boundary.attribute("attachedToRef"));
            if (activity == null || !DiagramFlows.ACTIVITIES.contains(activity.name())) {
                add(boundary, "Händelsen sitter inte på någon aktivitet.", "Fäst den på en aktivitet.");
            }
            if (flows.kindOf(boundary).isEmpty()) {
                add(boundary, "Händelsen säger inte vad den väntar på.", "Välj tid eller meddelande.");
            }
        }

        void checkTrigger(Element subprocess) {
            List<Element> starts = starts(subprocess);
            if (starts.size() != 1 || flows.kindOf(starts.get(0)).isEmpty()) {
                add(subprocess, "Händelsedelprocessen har inte en start som säger vad som utlöser den.",
                        "Ge den en starthändelse med tid eller meddelande.");
            }
            if (!flows.to(subprocess).isEmpty() || !flows.from(subprocess).isEmpty()) {
                add(subprocess, "En händelsedelprocess har inga flöden till eller från sig.", "Ta bort flödena.");
            }
        }

        private List<Element> starts(Element scope) {
            return flows.inside(scope).stream().filter(n -> n.name().equals("bpmn:startEvent")).toList();
        }

        void checkScope(Element scope) {
            List<Element> inside = flows.inside(scope);
            List<Element> starts = starts(scope);
            if (starts.isEmpty()) {
                add(scope, (scope.name().equals("bpmn:process") ? "Processen" : "Delprocessen") + " har ingen start.",
                        "Lägg till en starthändelse.");
                return;
            }
            var begun = new ArrayList<>(starts);
            inside.stream().filter(DiagramFlows::isEventSubprocess).forEach(begun::add);
            Set<Element> reached = reach(begun, node -> Stream.concat(
                    flows.from(node).stream().map(flows::target), flows.boundariesOf(node).stream()).toList());
            Set<Element> leading = reach(inside.stream().filter(n -> n.name().equals("bpmn:endEvent")
                    || DiagramFlows.isEventSubprocess(n)).toList(),
                    node -> flows.to(node).stream().map(flows::source).toList());
            for (Element node : inside) {
                boolean dead = flows.from(node).isEmpty() && !node.name().equals("bpmn:endEvent")
                        && !DiagramFlows.isEventSubprocess(node);
                if (!reached.contains(node)) {
                    add(node, kind(node) + " kan inte nås: inget flöde leder hit.", "Dra ett flöde hit, eller ta bort det.");
                } else if (dead) {
                    add(node, kind(node) + " leder ingenstans: ärendet skulle ta slut här utan att det syns.",
                            "Dra ett flöde härifrån, till en sluthändelse om vägen är slut.");
                } else if (!leading.contains(node)) {
                    add(node, "Från " + kind(node).toLowerCase() + " når ärendet aldrig ett slut.",
                            "Dra ett flöde som leder ut ur slingan.");
                }
            }
        }

        private static Set<Element> reach(List<Element> from, Function<Element, List<Element>> next) {
            var seen = new HashSet<Element>(from);
            Deque<Element> open = new ArrayDeque<>(from);
            while (!open.isEmpty()) {
                for (Element node : next.apply(open.pop())) {
                    if (node != null && seen.add(node)) {
                        open.push(node);
                    }
                }
            }
            return seen;
        }

        private void add(Element element, String fault, String remedy) {
            faults.add(new BundleFault(file.origin(), element.line(), element.title(), fault, remedy));
        }

        private static String kind(Element element) {
            return KINDS.getOrDefault(element.name(), "Elementet");
        }
    }
}
