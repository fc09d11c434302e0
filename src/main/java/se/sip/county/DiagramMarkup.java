package se.sip.county;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;
import se.sip.county.XmlOutline.Element;

/**
 * What a diagram's file may hold at all: a fixed list of elements and attributes. What is not in the list the contract's
 * proof does not follow, and the engine might run.
 */
final class DiagramMarkup {

    private static final Set<String> BPMN = Set.of("definitions", "process", "documentation", "startEvent", "endEvent",
            "boundaryEvent", "intermediateCatchEvent", "sequenceFlow", "incoming", "outgoing", "conditionExpression",
            "serviceTask", "userTask", "businessRuleTask", "callActivity", "subProcess", "receiveTask",
            "exclusiveGateway", "parallelGateway", "eventBasedGateway", "extensionElements",
            "multiInstanceLoopCharacteristics", "completionCondition", "messageEventDefinition", "timerEventDefinition",
            "timeDate", "timeDuration", "timeCycle", "errorEventDefinition", "terminateEventDefinition", "message", "error",
            "textAnnotation", "text", "association", "group", "category", "categoryValue", "dataObject",
            "dataObjectReference", "dataStoreReference", "collaboration");
    private static final Set<String> CAMUNDA = Set.of("in", "out", "properties", "property");
    private static final Set<String> ATTRIBUTES = Set.of("delegateExpression", "formKey", "dueDate", "followUpDate",
            "candidateGroups", "calledElementBinding", "versionTag", "historyTimeToLive", "isStartableInTasklist",
            "elementVariable", "collection", "asyncAfter", "asyncBefore", "exclusive", "priority", "jobPriority",
            "modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon");
    private static final Map<String, Pattern> VALUES = Map.of(
            "camunda:exclusive", Pattern.compile("true"),
            "camunda:asyncAfter", Pattern.compile("true|false"),
            "camunda:asyncBefore", Pattern.compile("true|false"),
            "camunda:priority", Pattern.compile("\\d{1,5}"),
            "camunda:jobPriority", Pattern.compile("\\d{1,5}"),
            "camunda:isStartableInTasklist", Pattern.compile("true|false"),
            "camunda:historyTimeToLive", Pattern.compile("(?=.*[1-9])(P\\d{1,5}D|\\d{1,5})|"));
    private static final Set<String> WAITS = Set.of("bpmn:userTask", "bpmn:callActivity", "bpmn:subProcess",
            "bpmn:receiveTask");
    private static final String FOREIGN = "other:";

    private final Bundle.File file;
    private final XmlOutline diagram;
    private final Set<String> reportedAlready;
    private final List<BundleFault> faults = new ArrayList<>();

    private DiagramMarkup(Bundle.File file, XmlOutline diagram, Set<String> reportedAlready) {
        this.file = file;
        this.diagram = diagram;
        this.reportedAlready = reportedAlready;
    }

    /** @param reportedAlready elements and attributes that are refused elsewhere, each with its own reason */
    static List<BundleFault> check(Bundle.File file, XmlOutline diagram, Set<String> reportedAlready) {
        var markup = new DiagramMarkup(file, diagram, reportedAlready);
        for (Element element : diagram.elements()) {
            markup.checkElement(element);
            element.attributes().forEach((name, value) -> markup.checkAttribute(element, name, value));
            switch (element.name()) {
                case "bpmn:process" -> markup.checkProcess(element);
                case "bpmn:multiInstanceLoopCharacteristics" -> markup.checkLoop(element);
                case "bpmn:callActivity" -> markup.checkCall(element);
                case "bpmn:timeCycle" -> markup.checkCycle(element);
                case "bpmn:completionCondition" -> ConditionCheck.alone(element.text()).ifPresent(fault -> markup.add(element,
                        "Villkoret för att sluta, " + element.text() + ", " + fault + ".", "Fråga något som kan bli olika."));
                default -> { }
            }
        }
        return markup.faults;
    }

    private void checkElement(Element element) {
        String name = element.name();
        if (name.startsWith("bpmn:") && !BPMN.contains(name.substring(5)) && !reportedAlready.contains(name)
                || name.startsWith("camunda:") && !CAMUNDA.contains(name.substring(8)) && !reportedAlready.contains(name)) {
            add(element, name + " används inte i produktens diagram.", "Ta bort det.");
        } else if (name.startsWith(FOREIGN)) {
            add(element, "Elementet hör inte till något som produkten känner.", "Ta bort det.");
        }
        boolean text = Set.of("bpmn:documentation", "bpmn:text").contains(name);
        if (text && ExpressionNames.isExpression(element.text())
                || ExpressionNames.isExpression(element.attribute("name")) && !name.equals("bpmn:message")) {
            add(element, "Ett namn eller en beskrivning är text, inte ett uttryck: motorn skulle räkna ut det.",
                    "Skriv vad det heter, utan ${…}.");
        }
    }

    private void checkAttribute(Element element, String name, String value) {
        if (name.startsWith(FOREIGN)) {
            add(element, "Ett attribut hör inte till något som produkten känner.", "Ta bort det.");
        } else if (name.startsWith("camunda:") && !ATTRIBUTES.contains(name.substring(8)) && !reportedAlready.contains(name)) {
            add(element, "Attributet " + name + " är inte tillåtet.", "Ta bort det i Modelers panel.");
        } else if (VALUES.containsKey(name) && !VALUES.get(name).matcher(value.strip()).matches()) {
            add(element, name + " kan inte vara ”" + value + "”.", name.endsWith("TimeToLive")
                    ? "Skriv antal dagar, till exempel P180D." : "Rätta det i Modelers panel.");
        }
    }

    /** Whatever has a form to start with is started by people; a phase is not. */
    private void checkProcess(Element process) {
        List<Element> starts = diagram.childrenOf(process).stream().filter(c -> c.name().equals("bpmn:startEvent")).toList();
        boolean form = starts.stream().anyMatch(s -> s.attribute("camunda:formKey") != null);
        boolean startable = !"false".equals(process.attribute("camunda:isStartableInTasklist"));
        if (startable && !form) {
            add(process, "Processen skulle gå att starta utan formulär i Uppgifter.",
                    "Kryssa ur Startable in Tasklist, eller ge starten ett formulär.");
        } else if (!startable && form) {
            add(process, "Processen har ett formulär att starta med, men ingen kan starta den.",
                    "Kryssa i Startable in Tasklist.");
        }
        Stream.concat(Stream.of(process), diagram.named("bpmn:subProcess").stream()).forEach(scope -> {
            List<Element> begins = diagram.childrenOf(scope).stream().filter(c -> c.name().equals("bpmn:startEvent")).toList();
            if (begins.size() > 1) {
                add(begins.get(1), "Det finns " + begins.size() + " starter på samma ställe; motorn tar bara en.",
                        "Behåll en start.");
            }
            boolean inner = !scope.name().equals("bpmn:process") && !DiagramFlows.isEventSubprocess(scope);
            begins.stream().filter(b -> diagram.childrenOf(b).stream().anyMatch(d -> d.name().endsWith("EventDefinition")))
                    .filter(b -> inner || b.parent() == process && diagram.childrenOf(b).stream()
                            .anyMatch(d -> d.name().equals("bpmn:messageEventDefinition")))
                    .forEach(b -> add(b, inner ? "En delprocess börjar inte med en händelse."
                            : "Ingen startar en process med ett meddelande.", "Välj en start utan händelse."));
        });
    }

    private void checkLoop(Element loop) {
        Element activity = loop.parent();
        for (Map.Entry<String, String> needed : Map.of("camunda:collection", "vilken lista den går igenom (Collection)",
                "camunda:elementVariable", "vad varje värde heter (Element variable)").entrySet()) {
            if (loop.attributes().getOrDefault(needed.getKey(), "").isBlank()) {
                add(activity, "Upprepningen säger inte " + needed.getValue() + ".", "Fyll i det i Modelers panel.");
            }
        }
        if (WAITS.contains(activity.name()) && !"true".equals(loop.attribute("camunda:asyncAfter"))) {
            add(activity, "Upprepningen är inte Asynchronous After: två som svarar samtidigt skulle störa varandra.",
                    "Kryssa i Asynchronous After under Multi-instance.");
        }
        if (WAITS.contains(activity.name()) && "true".equals(loop.attribute("isSequential"))) {
            add(activity, "De frågas en i taget: den andra får inget veta förrän den första är klar.",
                    "Välj parallell upprepning (tre lodräta streck).");
        }
    }

    private void checkCall(Element call) {
        List<Element> handed = diagram.inside(call, "camunda:in");
        if (handed.stream().noneMatch(in -> in.attribute("businessKey") != null)) {
            add(call, "Ärendets nummer lämnas inte över till den anropade processen.",
                    "Fyll i Business key: #{execution.processBusinessKey}.");
        }
        if (handed.stream().noneMatch(in -> "all".equals(in.attribute("variables")))) {
            add(call, "Variablerna lämnas inte över till den anropade processen, som skulle stanna när den frågar efter en.",
                    "Lägg till In mapping: all.");
        }
        if (Stream.concat(handed.stream(), diagram.inside(call, "camunda:out").stream())
                .anyMatch(mapping -> mapping.attribute("local") != null)) {
            add(call, "Bara lokala variabler lämnas över.", "Kryssa ur Local.");
        }
        if (diagram.inside(call, "camunda:out").stream().anyMatch(out -> out.attribute("variables") != null)) {
            add(call, "Alla variabler lämnas tillbaka, också de som har ändrats under tiden.",
                    "Namnge de variabler som ska tillbaka.");
        }
    }

    private void checkCycle(Element cycle) {
        if (!ExpressionNames.isExpression(cycle.text()) && !cycle.text().startsWith("R")
                && !CronExpression.isValidExpression(cycle.text())) {
            add(cycle, "”" + cycle.text() + "” är ingen tid som återkommer.",
                    "Skriv sex fält, till exempel 0 0 6 * * ? för klockan sex varje dag.");
        }
    }

    private void add(Element element, String fault, String remedy) {
        faults.add(new BundleFault(file.origin(), element.line(), element.title(), fault, remedy));
    }

    /** Variables that hold candidate groups, one or several. */
    static Optional<String> wrongGroup(String variable) {
        boolean group = variable.endsWith("Group") || variable.endsWith("Groups")
                || Set.of("disputeLine", "disputeLines").contains(variable);
        return group ? Optional.empty() : Optional.of("Variabeln " + variable + " är ingen grupp.");
    }
}
