package se.sip.county;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sip.engine.ProcessVariable;
import se.sip.county.XmlOutline.Element;

/**
 * What a diagram may not hold. A diagram is code: it reaches marked beans and the listed process variables, runs no
 * class and no script, and counts no time of its own, because limits are calendar dates from the table
 * {@code frister} (and the engine counts five weeks or more wrongly).
 */
class DiagramCheck {

    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("bpmn:scriptTask", "bpmn:script", "camunda:script",
            "camunda:connector", "camunda:formData");
    /** {@code camunda:type} is in the list for its built-in shell and mail tasks. */
    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("camunda:class", "camunda:type", "camunda:resource");
    private static final Set<String> VARIABLE_ATTRIBUTES = Set.of("camunda:collection", "camunda:elementVariable",
            "camunda:resultVariable");
    private static final Set<String> TIMERS = Set.of("bpmn:timeDuration", "bpmn:timeDate", "bpmn:timeCycle");
    private static final Set<String> ENGINE_NAMES = Set.of("execution", "task", "loopCounter", "nrOfInstances",
            "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final Pattern PERIOD = Pattern.compile("(R\\d*/.*)?P[0-9T].*");
    private static final Pattern QUOTED_PERIOD = Pattern.compile("['\"](R\\d*/.*)?P[0-9T][^'\"]*['\"]");
    private static final Pattern WEEKS = Pattern.compile("P\\d+W");
    private static final Map<String, String> NEEDED_BY_TASKS = new TreeMap<>(Map.of("name", "name", "camunda:formKey",
            "form", "camunda:candidateGroups", "candidate groups", "camunda:dueDate", "due date"));
    private static final String TABLE_PROPERTY = "tabell";
    private static final String FORM_KEY = "embedded:deployment:";

    private final Set<String> variables = Stream.of(ProcessVariable.values()).map(ProcessVariable::id)
            .collect(toUnmodifiableSet());
    private final Set<String> beans;

    /** @param beans names of the beans marked {@code CallableFromDiagram} */
    DiagramCheck(Set<String> beans) {
        this.beans = Set.copyOf(beans);
    }

    List<BundleFault> check(Bundle.File file, XmlOutline diagram, Bundle bundle) {
        var faults = new ArrayList<BundleFault>();
        for (Element element : diagram.elements()) {
            var found = new Findings(file, element, faults);
            refuseCode(element, found);
            refusePeriods(element, found);
            checkNames(element, found);
            checkForm(element, bundle, found);
            switch (element.name()) {
                case "bpmn:process" -> checkProcess(element, file, found);
                case "bpmn:userTask" -> checkUserTask(element, diagram, found);
                case "bpmn:callActivity" -> checkCall(element, bundle, found);
                case "bpmn:businessRuleTask" -> checkTable(element, diagram, bundle, found);
                default -> { }
            }
        }
        return faults;
    }

    private void refuseCode(Element element, Findings found) {
        if (FORBIDDEN_ELEMENTS.contains(element.name())) {
            found.add(element.name() + " at " + element.label() + " is not allowed: a diagram calls a marked bean");
        }
        for (String attribute : FORBIDDEN_ATTRIBUTES) {
            if (element.attribute(attribute) != null) {
                found.add(attribute + " at " + element.label() + " is not allowed: a diagram calls a marked bean");
            }
        }
        if (element.name().startsWith("camunda:") && element.attribute("class") != null) {
            found.add("class at " + element.label() + " is not allowed: a diagram calls a marked bean");
        }
        if (element.name().equals("bpmn:conditionExpression") && element.attribute("language") != null) {
            found.add("the condition at " + element.label() + " must be an expression, not a script");
        }
    }

    private void refusePeriods(Element element, Findings found) {
        if (TIMERS.contains(element.name())) {
            checkMoment(element.text(), element.name().equals("bpmn:timeCycle"), element, found);
        }
        for (String attribute : List.of("camunda:dueDate", "camunda:followUpDate")) {
            if (element.attribute(attribute) != null) {
                checkMoment(element.attribute(attribute), false, element, found);
            }
        }
        boolean weeks = Stream.concat(Stream.of(element.text()), element.attributes().values().stream())
                .anyMatch(text -> WEEKS.matcher(text).matches());
        if (weeks && !TIMERS.contains(element.name())) {
            found.add("a period in weeks at " + element.label() + " is not allowed");
        }
    }

    private void checkMoment(String text, boolean cycle, Element element, Findings found) {
        boolean literal = !ExpressionNames.isExpression(text);
        if (literal && !(cycle && !PERIOD.matcher(text).matches()) || QUOTED_PERIOD.matcher(text).find()) {
            found.add("'" + text + "' at " + element.label() + " is a literal time: name a date variable, whose period"
                    + " the table frister holds");
        }
    }

    private void checkNames(Element element, Findings found) {
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            checkExpression(attribute.getValue(), element, found);
            if (VARIABLE_ATTRIBUTES.contains(attribute.getKey())) {
                checkVariable(attribute.getValue(), element, found);
            }
        }
        if (element.name().equals("camunda:in") || element.name().equals("camunda:out")) {
            checkVariable(element.attribute("source"), element, found);
            checkVariable(element.attribute("target"), element, found);
        }
        if (!element.name().equals("bpmn:documentation") && !element.name().equals("bpmn:text")) {
            checkExpression(element.text(), element, found);
        }
    }

    private void checkVariable(String name, Element element, Findings found) {
        if (name != null && !ExpressionNames.isExpression(name) && !variables.contains(name)) {
            found.add("'" + name + "' at " + element.label() + " is not in the list of process variables");
        }
    }

    private void checkExpression(String text, Element element, Findings found) {
        if (!ExpressionNames.isExpression(text)) {
            return;
        }
        for (String name : ExpressionNames.in(text)) {
            if (!beans.contains(name) && !variables.contains(name) && !ENGINE_NAMES.contains(name)) {
                found.add("the expression at " + element.label() + " names '" + name
                        + "', which is neither a process variable nor a bean that diagrams may call");
            }
        }
    }

    private static void checkProcess(Element process, Bundle.File file, Findings found) {
        if (!"true".equals(process.attribute("isExecutable"))) {
            found.add("process " + process.label() + " is not marked executable, so it would not be published");
        }
        if (!file.key().equals(process.attribute("id"))) {
            found.add("the process' id must be '" + file.key() + "', as the file, not " + process.label());
        }
    }

    /** A task that nobody gets, that is never due or that does not say what to do, is a case forgotten. */
    private static void checkUserTask(Element task, XmlOutline diagram, Findings found) {
        NEEDED_BY_TASKS.forEach((attribute, what) -> {
            if (task.attribute(attribute) == null || task.attribute(attribute).isBlank()) {
                found.add("user task " + task.label() + " has no " + what);
            }
        });
        if (diagram.inside(task, "bpmn:documentation").isEmpty()) {
            found.add("user task " + task.label() + " has no documentation");
        }
    }

    private static void checkCall(Element call, Bundle bundle, Findings found) {
        String called = call.attribute("calledElement");
        if (!"deployment".equals(call.attribute("camunda:calledElementBinding"))) {
            found.add("call activity " + call.label() + " must have binding deployment, or it would call another"
                    + " version");
        }
        if (called == null || !bundle.holds(Bundle.Folder.PROCESSES.nameOf(called))) {
            found.add("the process " + called + " called at " + call.label() + " does not exist");
        }
    }

    private static void checkTable(Element task, XmlOutline diagram, Bundle bundle, Findings found) {
        List<Element> tables = diagram.inside(task, "camunda:property").stream()
                .filter(property -> TABLE_PROPERTY.equals(property.attribute("name"))).toList();
        if (tables.isEmpty()) {
            found.add("rule task " + task.label() + " names no table in its property " + TABLE_PROPERTY);
        }
        for (Element table : tables) {
            if (!bundle.holds(Bundle.Folder.DECISIONS.nameOf(table.attribute("value")))) {
                found.add("the table " + table.attribute("value") + " of " + task.label() + " does not exist");
            }
        }
    }

    private void checkForm(Element element, Bundle bundle, Findings found) {
        String key = element.attribute("camunda:formKey");
        if (key == null) {
            return;
        }
        if (!key.startsWith(FORM_KEY)) {
            found.add("the form key at " + element.label() + " must start with " + FORM_KEY + "forms/");
        } else if (!bundle.holds(key.substring(FORM_KEY.length()))) {
            found.add("the form " + key.substring(FORM_KEY.length()) + " of " + element.label() + " does not exist");
        }
    }

    private record Findings(Bundle.File file, Element element, List<BundleFault> into) {

        void add(String fault) {
            into.add(new BundleFault(file.origin(), element.line(), fault));
        }
    }
}
