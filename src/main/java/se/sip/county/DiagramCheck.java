package se.sip.county;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.ExpressionNames.Comparison;
import se.sip.county.ExpressionNames.Member;
import se.sip.county.XmlOutline.Element;
import se.sip.engine.ExpressionSyntax;
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
    private static final Map<String, Class<?>> VARIABLE_ATTRIBUTES = Map.of("camunda:collection", Collection.class,
            "camunda:elementVariable", String.class);
    private static final Set<String> ENGINE_NAMES = Set.of("execution", "task", "loopCounter", "nrOfInstances",
            "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final Map<String, Set<String>> ENGINE_MEMBERS = Map.of(
            "execution", Set.of("id", "processBusinessKey", "getProcessBusinessKey", "processInstanceId", "tenantId",
                    "getTenantId"), "task", Set.of("id", "tenantId"));
    private static final Set<String> ASKED_OF_LISTS = Set.of("size", "isEmpty", "contains");
    private static final Pattern PERIOD = Pattern.compile("(R\\d*/.*)?P[0-9T].*");
    private static final Pattern QUOTED_PERIOD = Pattern.compile("['\"](R\\d*/.*)?P[0-9T][^'\"]*['\"]");
    private static final Pattern BEGINNINGS = Pattern.compile("\\$\\{\\s*'(DISCOVER|PREPARE|CONSENT)'\\s*}");
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

    DiagramCheck(Product product) {
        this.product = product;
    }

    List<BundleFault> check(Bundle.File file, XmlOutline diagram, Bundle bundle) {
        var faults = new ArrayList<>(DiagramMarkup.check(file, diagram, REPORTED));
        for (Element element : diagram.elements()) {
            var found = new Findings(file, element, faults);
            refuseCode(element, found);
            refusePeriods(element, found);
            checkNames(element, diagram, bundle, found);
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

    private void checkNames(Element element, XmlOutline diagram, Bundle bundle, Findings found) {
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            if (!Set.of("name", "id").contains(attribute.getKey())) {
                checkExpression(attribute.getValue(), element, bundle, found);
            }
            Class<?> type = VARIABLE_ATTRIBUTES.get(attribute.getKey());
            if (type != null) {
                String name = attribute.getValue().replaceAll("[$#]\\{\\s*(\\w+)\\s*}", "$1");
                checkVariable(name, found);
                if (variables.containsKey(name) && variables.get(name) != type) {
                    found.add("Variabeln " + name + (type == Collection.class ? " är ingen lista."
                            : " kan inte bära ett värde ur en lista."), "Välj en variabel av rätt slag.");
                }
            }
        }
        if (element.name().equals("camunda:in") || element.name().equals("camunda:out")) {
            checkMapping(element, found);
        }
        if (!Set.of("bpmn:documentation", "bpmn:text").contains(element.name())) {
            checkExpression(element.text(), element, bundle, found);
        }
    }

    /**
     * A variable goes to the called process and back under its own name: a renamed one could forge a decision. Where a
     * process begins may be said.
     */
    private void checkMapping(Element mapping, Findings found) {
        String source = mapping.attribute("source");
        String target = mapping.attribute("target");
        checkVariable(source, found);
        checkVariable(target, found);
        String begun = mapping.attribute("sourceExpression");
        if (begun != null && ProcessVariable.RESUME_AT.id().equals(target) && !BEGINNINGS.matcher(begun).matches()) {
            found.add("Processen får börja senast med att familjen tillfrågas, inte vid " + begun + ".",
                    "Skriv ${'DISCOVER'}, ${'PREPARE'} eller ${'CONSENT'}.");
        } else if (begun != null && !ProcessVariable.RESUME_AT.id().equals(target)) {
            found.add("Ett uttryck lämnas över som variabeln " + target + ".",
                    "Lämna över en variabel med samma namn i båda processerna.");
        } else if (source != null && !source.equals(target)) {
            found.add("Variabeln " + source + " lämnas över under ett annat namn, " + target + ".",
                    "Använd samma namn på båda sidor.");
        }
        String key = mapping.attribute("businessKey");
        if (key != null && !key.matches("[$#]\\{execution\\.processBusinessKey}")) {
            found.add("Ärendets nummer lämnas inte över som det är: " + key + ".",
                    "Skriv #{execution.processBusinessKey}.");
        }
    }

    private void checkVariable(String name, Findings found) {
        if (name != null && !ExpressionNames.isExpression(name) && !variables.containsKey(name)) {
            found.add("Det finns ingen processvariabel ”" + name + "”.", nearest(name, variables.keySet()));
        }
    }

    private void checkExpression(String text, Element element, Bundle bundle, Findings found) {
        if (!ExpressionNames.isExpression(text)) {
            return;
        }
        Optional<String> unreadable = ExpressionSyntax.faultOf(text);
        if (unreadable.isPresent()) {
            found.add("Uttrycket " + text + " går inte att läsa: " + unreadable.get() + ".",
                    "Rätta parenteser, citattecken och jämförelser.");
        }
        for (String name : ExpressionNames.in(text)) {
            if (!product.beans().contains(name) && !variables.containsKey(name) && !ENGINE_NAMES.contains(name)) {
                found.add("Uttrycket " + text + " nämner ”" + name + "”, som varken är en processvariabel eller en böna"
                        + " som diagram får anropa.", nearest(name, Stream.concat(product.beans().stream(),
                                variables.keySet().stream()).toList()));
            }
        }
        if (ExpressionNames.isChained(text)) {
            found.add("Uttrycket " + text + " går vidare från det ett anrop svarar.",
                    "Ett uttryck får göra ett anrop av en böna, inget mer.");
        }
        ExpressionNames.members(text).forEach(member -> checkMember(member, text, bundle, found));
        boolean delegate = element.attributes().getOrDefault("camunda:delegateExpression", "").equals(text);
        for (String name : ExpressionNames.in(text)) {
            if (!delegate && product.isDelegate(name)) {
                found.add("Bönan " + name + " utför ett steg och får bara stå på en egen serviceuppgift.",
                        "Flytta anropet till en serviceuppgift med delegateExpression, så att steget syns.");
            }
        }
        if (ConditionCheck.isCondition(element)) {
            ConditionCheck.impossible(text).forEach(c -> found.add("Villkoret jämför " + c.variable() + " med ”" + c.text()
                    + "”, ett värde som den aldrig har.", "Värdena är " + String.join(", ",
                            new TreeSet<>(ConditionCheck.codes(c.variable()))) + "."));
        }
        for (Comparison comparison : ExpressionNames.comparisons(text)) {
            if (!comparison.text().isEmpty() && !product.says(comparison.text())
                    && !saidByTables(comparison.text(), bundle)) {
                found.add("Villkoret jämför " + comparison.variable() + " med ”" + comparison.text()
                        + "”, som aldrig förekommer.", "Rätta värdet; det ska stå som i tabellens svar.");
            }
        }
    }

    private void checkMember(Member member, String text, Bundle bundle, Findings found) {
        Set<String> allowed = ENGINE_MEMBERS.get(member.base());
        if (allowed != null && !allowed.contains(member.name())) {
            found.add("Uttrycket " + text + " använder " + member.base() + "." + member.name()
                    + ", som inte är tillåtet.", "Tillåtet är " + String.join(", ", allowed.stream().sorted().toList())
                            + ".");
        }
        if (variables.containsKey(member.base()) && !ASKED_OF_LISTS.contains(member.name())) {
            found.add("Uttrycket " + text + " gör något med variabeln " + member.base() + ": " + member.name() + ".",
                    "Jämför variabeln med ett värde.");
        }
        if (!product.beans().contains(member.base())) {
            return;
        }
        if (member.arguments() == null || !product.has(member.base(), member.name())) {
            found.add("Bönan " + member.base() + " har ingen metod ”" + member.name() + "”.",
                    "Se elementmallarna för vad bönan kan.");
        } else if (!product.has(member.base(), member.name(), member.arguments().size())) {
            found.add("Metoden " + member.base() + "." + member.name() + " tar ett annat antal värden än "
                    + member.arguments().size() + ".", "Se elementmallarna för hur den anropas.");
        } else {
            Optional<String> row = member.text(1);
            product.tableOf(member.base(), member.name()).ifPresent(table -> {
                if (row.isEmpty() || !rowsOf(table, bundle).contains(row.get())) {
                    found.add("Tabellen " + table + " har ingen rad ”" + row.orElse("?") + "”.",
                            row.map(r -> nearest(r, rowsOf(table, bundle))).orElse("Skriv radens namn inom '…'."));
                }
            });
        }
    }

    /** The names of the rows of a table with one input. */
    private static Set<String> rowsOf(String table, Bundle bundle) {
        return texts(bundle, Bundle.Folder.DECISIONS.nameOf(table), "<inputEntry");
    }

    private static boolean saidByTables(String text, Bundle bundle) {
        return bundle.files().values().stream().filter(f -> f.folder() == Bundle.Folder.DECISIONS)
                .anyMatch(f -> f.text().contains("\"" + text + "\""));
    }

    private static Set<String> texts(Bundle bundle, String file, String from) {
        Bundle.File table = bundle.files().get(file);
        if (table == null) {
            return Set.of();
        }
        return Pattern.compile(from + "[^>]*>\\s*<text>\\s*(.*?)\\s*</text>").matcher(table.text()).results()
                .flatMap(cell -> Pattern.compile("\"([^\"]*)\"").matcher(cell.group(1)).results())
                .map(found -> found.group(1)).collect(Collectors.toSet());
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
                    : nearest(called, keys(bundle, Bundle.Folder.PROCESSES)));
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
                found.add("Tabellen " + name + " finns inte.", nearest(name, keys(bundle, Bundle.Folder.DECISIONS)));
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
            found.add("Formuläret " + name + " finns inte.", nearest(name, keys(bundle, Bundle.Folder.FORMS).stream()
                    .map(Bundle.Folder.FORMS::nameOf).toList()));
        }
    }

    static List<String> keys(Bundle bundle, Bundle.Folder folder) {
        return bundle.files().values().stream().filter(f -> f.folder() == folder).map(Bundle.File::key).toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** The likeliest name meant, as a remedy. */
    static String nearest(String given, Collection<String> known) {
        Function<String, Integer> away = name -> distance(given.toLowerCase(), name.toLowerCase());
        return known.stream().filter(name -> away.apply(name) <= Math.max(2, given.length() / 3))
                .min(java.util.Comparator.comparing(away)).map(name -> "Menades " + name + "?")
                .orElse("Rätta namnet.");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1),
                        corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[b.length()];
    }

    private record Findings(Bundle.File file, Element element, List<BundleFault> into) {

        void add(String fault, String remedy) {
            into.add(new BundleFault(file.origin(), element.line(), element.title(), fault, remedy));
        }
    }
}
