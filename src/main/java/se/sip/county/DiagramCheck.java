package se.sip.county;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.XmlOutline.Element;
import se.sip.engine.ProcessVariable;

/**
 * What an element of a diagram may not hold. A diagram is code: it reaches marked beans and the listed process
 * variables, runs no class and no script, and counts no time of its own, because limits are calendar dates from the
 * table {@code frister} (and the engine counts five weeks or more wrongly).
 */
class DiagramCheck {

    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("bpmn:scriptTask", "bpmn:script", "camunda:script",
            "camunda:connector", "camunda:formData", "camunda:executionListener", "camunda:taskListener",
            "camunda:inputOutput", "camunda:field");
    /** What the product does not use, and the contract's proof therefore does not follow. */
    private static final Set<String> UNUSED_ELEMENTS = Set.of("bpmn:task", "bpmn:manualTask", "bpmn:sendTask",
            "bpmn:complexGateway", "bpmn:inclusiveGateway", "bpmn:transaction", "bpmn:adHocSubProcess", "bpmn:standardLoopCharacteristics",
            "bpmn:signalEventDefinition", "bpmn:conditionalEventDefinition", "bpmn:compensateEventDefinition",
            "bpmn:linkEventDefinition", "bpmn:cancelEventDefinition", "bpmn:escalationEventDefinition",
            "bpmn:intermediateThrowEvent", "bpmn:lane", "bpmn:participant");
    private static final Set<String> RUN_BEANS = Set.of("bpmn:serviceTask", "bpmn:businessRuleTask");
    /** {@code camunda:type} is in the list for its built-in shell and mail tasks. */
    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("camunda:class", "camunda:type", "camunda:resource",
            "camunda:expression", "camunda:resultVariable", "camunda:decisionRef", "camunda:formRef",
            "camunda:variableMappingClass", "camunda:variableMappingDelegateExpression", "camunda:assignee",
            "camunda:candidateUsers");
    private static final Set<String> REPORTED = Stream.of(FORBIDDEN_ELEMENTS, UNUSED_ELEMENTS, FORBIDDEN_ATTRIBUTES,
            Set.of("camunda:calledElementTenantId", "camunda:calledElementVersion", "camunda:calledElementVersionTag"))
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TIMERS = Set.of("bpmn:timeDuration", "bpmn:timeDate", "bpmn:timeCycle");
    private static final Pattern PERIOD = Pattern.compile("(R\\d*/.*)?P[0-9T].*");
    private static final Pattern QUOTED_PERIOD = Pattern.compile("['\"](R\\d*/.*)?P[0-9T][^'\"]*['\"]");
    private static final Pattern WEEKS = Pattern.compile("P\\d+W");
    private static final Pattern ONE_NAME = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Map<String, String> NEEDED_BY_TASKS = new TreeMap<>(Map.of("camunda:formKey", "formulär",
            "camunda:candidateGroups", "kandidatgrupp", "camunda:dueDate", "förfallodag"));
    private static final String TABLE_PROPERTY = "tabell";
    private static final String FORM_KEY = "embedded:deployment:";
    private static final String DECIDES = "${beslut}";
    private static final String CALL_A_BEAN = "Låt en serviceuppgift anropa en av produktens bönor i stället.";

    private final Map<String, Class<?>> variables = Stream.of(ProcessVariable.values())
            .collect(Collectors.toMap(ProcessVariable::id, ProcessVariable::type));
    private final Product product;
    private final NamesCheck names;

    DiagramCheck(Product product) {
        this.product = product;
        this.names = new NamesCheck(product, variables);
    }

    List<BundleFault> check(Bundle.File file, XmlOutline diagram, Bundle bundle) {
        var faults = new ArrayList<>(DiagramMarkup.check(file, diagram, REPORTED));
        for (Element element : diagram.elements()) {
            var found = new Findings(file, element, faults);
            refuseCode(element, found);
            refusePeriods(element, found);
            names.check(element, bundle, found);
            checkForm(element, bundle, found);
            switch (element.name()) {
                case "bpmn:process" -> checkProcess(element, file, found);
                case "bpmn:userTask" -> checkUserTask(element, diagram, found);
                case "bpmn:serviceTask" -> checkServiceTask(element, found);
                case "bpmn:callActivity" -> checkCall(element, bundle, found);
                case "bpmn:businessRuleTask" -> checkTable(element, diagram, bundle, found);
                case "bpmn:messageEventDefinition", "bpmn:receiveTask" -> checkMessage(element, diagram, found);
                case "bpmn:message" -> checkMessageName(element, found);
                case "bpmn:errorEventDefinition" -> checkError(element, diagram, found);
                default -> { }
            }
        }
        return faults;
    }

    private static void refuseCode(Element element, Findings found) {
        if (FORBIDDEN_ELEMENTS.contains(element.name())) {
            found.add(element.name() + " är inte tillåtet i ett diagram.", CALL_A_BEAN);
        }
        if (UNUSED_ELEMENTS.contains(element.name())) {
            found.add(element.name() + " används inte i produktens diagram och kan inte prövas mot grundlagen.",
                    "Använd användaruppgift, serviceuppgift, beslut, anrop, grindar, och tids- och meddelandehändelser.");
        }
        if (element.attribute("camunda:delegateExpression") != null && !RUN_BEANS.contains(element.name())) {
            found.add("En böna får bara stå på en serviceuppgift eller ett beslut.", CALL_A_BEAN);
        }
        for (String attribute : FORBIDDEN_ATTRIBUTES) {
            if (element.attribute(attribute) != null) {
                found.add("Attributet " + attribute + " är inte tillåtet.", CALL_A_BEAN);
            }
        }
        if (element.name().startsWith("camunda:") && element.attribute("class") != null) {
            found.add("En Java-klass är inte tillåten.", CALL_A_BEAN);
        }
        if (element.name().equals("bpmn:conditionExpression") && element.attribute("language") != null) {
            found.add("Villkoret är ett skript.", "Skriv villkoret som ett uttryck, till exempel ${answer == 'FORWARDED'}.");
        }
    }

    private void refusePeriods(Element element, Findings found) {
        if (TIMERS.contains(element.name())) {
            checkMoment(element.text(), element.name(), found);
        }
        for (String attribute : List.of("camunda:dueDate", "camunda:followUpDate")) {
            String moment = element.attribute(attribute);
            if (moment != null && !moment.isBlank()) {
                checkMoment(moment, attribute, found);
            }
        }
        boolean weeks = Stream.concat(Stream.of(element.text()), element.attributes().values().stream())
                .anyMatch(text -> WEEKS.matcher(text).matches());
        if (weeks && !TIMERS.contains(element.name())) {
            found.add("En tid i veckor är inte tillåten.", "Namnge ett datum; längden står i tabellen frister.");
        }
    }

    private void checkMoment(String text, String where, Findings found) {
        boolean cycle = where.equals("bpmn:timeCycle");
        boolean literal = !ExpressionNames.isExpression(text);
        if (literal && !(cycle && !text.isEmpty() && !PERIOD.matcher(text).matches())
                || QUOTED_PERIOD.matcher(text).find()) {
            found.add("”" + text + "” är en fast tid.",
                    "Namnge ett datum, till exempel ${answerDue}; längden står i tabellen frister.");
            return;
        }
        var name = ONE_NAME.matcher(text);
        if (!cycle && name.matches() && variables.containsKey(name.group(1))
                && variables.get(name.group(1)) != Date.class) {
            found.add("Variabeln " + name.group(1) + " är inget datum.", "Namnge en av variablerna som är datum: "
                    + variables.entrySet().stream().filter(v -> v.getValue() == Date.class).map(Map.Entry::getKey)
                            .sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private static void checkProcess(Element process, Bundle.File file, Findings found) {
        if (!"true".equals(process.attribute("isExecutable"))) {
            found.add("Processen är inte märkt som körbar och skulle inte publiceras.", "Kryssa i Executable.");
        }
        if (!file.key().equals(process.attribute("id"))) {
            found.add("Processens id ska vara ”" + file.key() + "”, som filens namn, inte " + process.label() + ".",
                    "Ändra id eller filens namn.");
        }
    }

    /** A task that nobody gets, that is never due or that does not say what to do, is a case forgotten. */
    private void checkUserTask(Element task, XmlOutline diagram, Findings found) {
        NEEDED_BY_TASKS.forEach((attribute, what) -> {
            if (task.attribute(attribute) == null || task.attribute(attribute).isBlank()) {
                found.add("Uppgiften har " + (what.equals("formulär") ? "inget " : "ingen ") + what + " (" + attribute + ").",
                        "Fyll i " + what + " i Modelers panel.");
            }
        });
        if (isBlank(task.attribute("name"))) {
            found.add("Uppgiften har inget namn.", "Skriv vad som ska göras, med ett verb först.");
        }
        if (diagram.childrenOf(task).stream().noneMatch(child -> child.name().equals("bpmn:documentation")
                && !child.text().isEmpty())) {
            found.add("Uppgiften har ingen dokumentation.", "Skriv vad som ska göras och vilken paragraf det vilar på.");
        }
        String groups = task.attribute("camunda:candidateGroups");
        if (!isBlank(groups) && Stream.of(groups.split(",")).anyMatch(g -> !ExpressionNames.isExpression(g))) {
            found.add("Kandidatgruppen ”" + groups + "” är en fast grupp.",
                    "Namnge en variabel, till exempel ${convenerGroup}.");
        }
        Stream.of(isBlank(groups) ? new String[0] : groups.split(",")).map(g -> ONE_NAME.matcher(g.strip()))
                .filter(java.util.regex.Matcher::matches).map(g -> g.group(1)).filter(variables::containsKey)
                .flatMap(g -> DiagramMarkup.wrongGroup(g).stream()).forEach(fault -> found.add(fault,
                        "Namnge en variabel som är en grupp, till exempel ${convenerGroup}."));
    }

    private void checkServiceTask(Element task, Findings found) {
        String delegate = task.attribute("camunda:delegateExpression");
        if (isBlank(delegate)) {
            found.add("Serviceuppgiften gör ingenting: ingen böna är vald.", "Välj en av elementmallarna.");
            return;
        }
        var bean = ONE_NAME.matcher(delegate);
        if (!bean.matches()) {
            found.add("delegateExpression ska vara en bönas namn, inte " + delegate + ".", "Skriv ${bönans namn}.");
        } else if (product.beans().contains(bean.group(1))
                && (!product.isDelegate(bean.group(1)) || delegate.equals(DECIDES))) {
            found.add("Bönan " + bean.group(1) + " utför inget steg för sig.", "Välj en av elementmallarna.");
        }
    }

    private static void checkCall(Element call, Bundle bundle, Findings found) {
        String called = call.attribute("calledElement");
        if (!"deployment".equals(call.attribute("camunda:calledElementBinding"))) {
            found.add("Anropet måste ha bindning deployment, annars anropas en annan version.",
                    "Välj Binding: deployment.");
        }
        if (called == null || !bundle.holds(Bundle.Folder.PROCESSES.nameOf(called))) {
            found.add("Den anropade processen " + called + " finns inte.", called == null ? "Välj en process."
                    : Spelling.nearest(called, keys(bundle, Bundle.Folder.PROCESSES)));
        }
        for (String tenant : List.of("camunda:calledElementTenantId", "camunda:calledElementVersion",
                "camunda:calledElementVersionTag")) {
            if (call.attribute(tenant) != null) {
                found.add(tenant + " är inte tillåtet.", "Ta bort det; processen hämtas ur samma version.");
            }
        }
    }

    private void checkTable(Element task, XmlOutline diagram, Bundle bundle, Findings found) {
        if (!DECIDES.equals(task.attribute("camunda:delegateExpression"))) {
            found.add("Beslutet fattas inte av ${beslut}, utan av " + task.attribute("camunda:delegateExpression") + ".",
                    "Sätt delegateExpression till ${beslut} och namnge tabellen i egenskapen tabell.");
        }
        List<Element> tables = diagram.inside(task, "camunda:property").stream()
                .filter(property -> TABLE_PROPERTY.equals(property.attribute("name"))).toList();
        if (tables.size() != 1) {
            found.add("Uppgiften namnger " + (tables.isEmpty() ? "ingen tabell" : "flera tabeller")
                    + " i egenskapen tabell.", "Lägg till egenskapen tabell med tabellens id.");
        }
        for (Element table : tables) {
            String name = String.valueOf(table.attribute("value"));
            if (!bundle.holds(Bundle.Folder.DECISIONS.nameOf(name))) {
                found.add("Tabellen " + name + " finns inte.", Spelling.nearest(name, keys(bundle, Bundle.Folder.DECISIONS)));
            } else if (!product.gathers(name)) {
                found.add("Tabellen " + name + " kan inte avgöra en beslutsuppgift: inget hämtar dess frågor.",
                        "Välj en av elementmallarna för beslut.");
            }
        }
    }

    private static void checkMessage(Element event, XmlOutline diagram, Findings found) {
        String ref = event.attribute("messageRef");
        if (ref == null || diagram.named("bpmn:message").stream().noneMatch(m -> m.id().equals(ref))) {
            found.add("Händelsen väntar på meddelandet ”" + ref + "”, som inte finns i diagrammet.",
                    "Välj ett meddelande i Modelers panel.");
        }
    }

    private void checkMessageName(Element message, Findings found) {
        String name = message.attribute("name");
        if (isBlank(name) || !product.says(name)) {
            found.add("Meddelandet ”" + name + "” skickas aldrig av produkten.", "Rätta namnet, eller ta bort händelsen.");
        }
    }

    private static void checkError(Element event, XmlOutline diagram, Findings found) {
        String ref = event.attribute("errorRef");
        if (ref == null || diagram.named("bpmn:error").stream().noneMatch(m -> m.id().equals(ref))) {
            found.add("Händelsen nämner felet ”" + ref + "”, som inte finns i diagrammet.", "Välj ett fel.");
        }
    }

    private void checkForm(Element element, Bundle bundle, Findings found) {
        String key = element.attribute("camunda:formKey");
        if (isBlank(key)) {
            return;
        }
        if (!key.startsWith(FORM_KEY)) {
            found.add("Formuläret " + key + " hämtas inte ur samma version.", "Skriv " + FORM_KEY + "forms/….html.");
            return;
        }
        String name = key.substring(FORM_KEY.length());
        if (!bundle.holds(name)) {
            found.add("Formuläret " + name + " finns inte.", Spelling.nearest(name, keys(bundle, Bundle.Folder.FORMS).stream()
                    .map(Bundle.Folder.FORMS::nameOf).toList()));
        }
    }

    static List<String> keys(Bundle bundle, Bundle.Folder folder) {
        return bundle.files().values().stream().filter(f -> f.folder() == folder).map(Bundle.File::key).toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
