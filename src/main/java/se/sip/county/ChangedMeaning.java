package se.sip.county;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.sip.county.BundleFault.Severity;
import se.sip.county.XmlOutline.Element;

/**
 * What a changed diagram does otherwise with elements that were there before. A step or an event that is gone or does
 * something else may be meant, and is asked about. An answer turned round, a warning that breaks off, an end that no longer
 * ends, a time of another date and a step that no longer goes to each of several are not meant: whoever wants such a thing
 * draws an element of their own.
 */
class ChangedMeaning {

    private static final Set<String> STEPS = Set.of("bpmn:userTask", "bpmn:serviceTask", "bpmn:businessRuleTask",
            "bpmn:callActivity");
    private static final Map<String, String> INTERRUPTS = Map.of("bpmn:startEvent", "isInterrupting", "bpmn:boundaryEvent",
            "cancelActivity");
    private static final String ASK = "Är det meningen, kryssa i att varningen är läst; annars lägg tillbaka det.";

    private final Bundle.File file;
    private final DiagramFlows before;
    private final DiagramFlows now;
    private final Map<String, Element> old;
    private final Map<String, Element> present;
    private final List<BundleFault> faults = new ArrayList<>();

    private ChangedMeaning(Bundle.File file, XmlOutline before, XmlOutline now) {
        this.file = file;
        this.before = new DiagramFlows(before);
        this.now = new DiagramFlows(now);
        this.old = byId(before);
        this.present = byId(now);
    }

    /** @param before the diagram as it was; {@code now} as it would be */
    static List<BundleFault> of(Bundle.File file, XmlOutline before, XmlOutline now) {
        var changed = new ChangedMeaning(file, before, now);
        changed.old.values().forEach(was -> {
            Element is = changed.present.get(was.id());
            if (is == null || !is.name().equals(was.name())) {
                changed.gone(was);
            } else {
                changed.steps(was, is);
                changed.events(was, is);
            }
        });
        changed.answers();
        return changed.faults;
    }

    private static Map<String, Element> byId(XmlOutline diagram) {
        return diagram.elements().stream().filter(e -> !e.id().isEmpty() && e.name().startsWith("bpmn:"))
                .collect(Collectors.toMap(Element::id, e -> e, (a, b) -> a, LinkedHashMap::new));
    }

    private void gone(Element was) {
        boolean isEvent = was.name().equals("bpmn:boundaryEvent") || was.name().equals("bpmn:startEvent")
                && was.parent() != null && DiagramFlows.isEventSubprocess(was.parent());
        if (STEPS.contains(was.name()) && times(now, present, deed(before, was)) < times(before, old, deed(before, was))) {
            ask(0, was, "Steget finns inte längre, och inget nytt i diagrammet gör detsamma.");
        } else if (isEvent && present.values().stream().noneMatch(e -> e.name().equals(was.name())
                && !old.containsKey(e.id()) && trigger(now, e).equals(trigger(before, was)))) {
            ask(0, was, "Händelsen finns inte längre.");
        }
    }

    private static long times(DiagramFlows flows, Map<String, Element> elements, String deed) {
        return elements.values().stream().filter(e -> STEPS.contains(e.name()) && deed(flows, e).equals(deed)).count();
    }

    private void steps(Element was, Element is) {
        if (!STEPS.contains(was.name()) && !was.name().equals("bpmn:subProcess")) {
            return;
        }
        if (!deed(before, was).equals(deed(now, is))) {
            ask(is.line(), is, "Steget gör något annat än förut: " + deed(before, was) + " har blivit " + deed(now, is)
                    + ".");
        }
        if (isForEach(before, was) && !isForEach(now, is)) {
            refuse(is, "Steget görs en gång i stället för en gång för var och en.", "Lägg tillbaka Multi-Instance.");
        }
    }

    private void events(Element was, Element is) {
        if (!was.name().endsWith("Event")) {
            return;
        }
        String kind = before.kindOf(was);
        if (!kind.isEmpty() && !kind.equals(now.kindOf(is))) {
            refuse(is, kind.equals("terminate") ? "Slutet avbryter inte längre det som pågår bredvid: ärendet skulle bli kvar."
                    : "Händelsen är inte längre av slaget " + kind + ".", "Välj samma slag av händelse som förut.");
        } else if (kind.equals("timer") && !before.timerOf(was).equals(now.timerOf(is))) {
            refuse(is, "Händelsen väntar på " + now.timerOf(is) + " i stället för " + before.timerOf(was) + ".",
                    "Skriv " + before.timerOf(was) + "; hur långt fram den ligger står i tabellen frister.");
        } else if (!trigger(before, was).equals(trigger(now, is))) {
            refuse(is, "Händelsen väntar på något annat än förut.", "Lägg tillbaka det, eller rita en egen händelse.");
        }
        String interrupts = INTERRUPTS.get(was.name());
        if (interrupts != null && !Objects.equals(breaksOff(was, interrupts), breaksOff(is, interrupts))) {
            refuse(is, breaksOff(was, interrupts) ? "Händelsen avbryter inte längre det som pågår."
                    : "Händelsen avbryter det som pågår; förut gick det vidare.", "Byt tillbaka, heldragen eller streckad ram.");
        }
    }

    /** Which way each answer of a gateway leads. */
    private void answers() {
        for (Element flow : before.flows()) {
            Element is = present.get(flow.id());
            if (is == null || !is.name().equals(flow.name())) {
                continue;
            }
            String asked = before.condition(flow);
            if (!asked.isEmpty() && turned(asked).equals(turned(now.condition(is))) && !asked.equals(now.condition(is))) {
                refuse(is, "Villkoret är tvärtom mot förut: " + now.condition(is) + " i stället för " + asked + ".",
                        "Skriv " + asked + ".");
            }
            String to = is.attributes().getOrDefault("targetRef", "");
            String was = flow.attributes().getOrDefault("targetRef", "");
            if (to.equals(was) || !old.containsKey(to)) {
                continue;
            }
            boolean exchanged = present.containsKey(was) && before.flows().stream().anyMatch(other -> !other.id().equals(flow.id())
                    && Objects.equals(other.attribute("sourceRef"), flow.attribute("sourceRef"))
                    && to.equals(other.attribute("targetRef")) && present.containsKey(other.id())
                    && was.equals(present.get(other.id()).attribute("targetRef")));
            if (exchanged) {
                refuse(is, "Svaret leder dit ett annat svar ledde, och tvärtom.", "Byt tillbaka flödena.");
            } else if (present.containsKey(was)) {
                ask(is.line(), is, "Flödet leder till ”" + old.get(to).title() + "” i stället för ”" + old.get(was).title()
                        + "”.");
            }
        }
    }

    /** The same for a question and its opposite. */
    private static String turned(String condition) {
        String plain = condition.replace("!=", "==").replaceAll("\\s", "");
        return plain.startsWith("!(") && plain.endsWith(")") ? plain.substring(2, plain.length() - 1) : plain;
    }

    private static boolean isForEach(DiagramFlows flows, Element step) {
        return flows.diagram().childrenOf(step).stream().anyMatch(c -> c.name().equals("bpmn:multiInstanceLoopCharacteristics"));
    }

    private static Boolean breaksOff(Element event, String attribute) {
        return !"false".equals(event.attribute(attribute));
    }

    private static String trigger(DiagramFlows flows, Element event) {
        return flows.kindOf(event) + flows.messageOf(event) + flows.errorOf(event) + flows.timerOf(event);
    }

    /** What a step does, as a process owner chose it. */
    private static String deed(DiagramFlows flows, Element step) {
        String table = flows.diagram().inside(step, "camunda:property").stream()
                .filter(p -> "tabell".equals(p.attribute("name"))).map(p -> p.attribute("value")).findFirst().orElse(null);
        for (String said : new String[] {table, step.attribute("camunda:delegateExpression"),
            step.attribute("camunda:formKey"), step.attribute("calledElement")}) {
            if (said != null) {
                return said.replace("embedded:deployment:", "");
            }
        }
        return "";
    }

    private void refuse(Element is, String fault, String remedy) {
        faults.add(new BundleFault(file.origin(), is.line(), is.title(), fault, remedy));
    }

    private void ask(int line, Element element, String fault) {
        faults.add(new BundleFault(Severity.WARNING, file.origin(), line, element.title(), fault, ASK));
    }
}
