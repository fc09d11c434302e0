package se.sip.county;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.ExpressionNames.Comparison;
import se.sip.county.ExpressionNames.Member;
import se.sip.county.XmlOutline.Element;
import se.sip.engine.ExpressionSyntax;
import se.sip.engine.ProcessVariable;

/**
 * What the expressions and variables of a diagram name: marked beans and their methods, the listed process variables, the
 * values that tables and the product answer with, and nothing else.
 */
class NamesCheck {

    private static final Map<String, Class<?>> VARIABLE_ATTRIBUTES = Map.of("camunda:collection", Collection.class,
            "camunda:elementVariable", String.class);
    private static final Set<String> ENGINE_NAMES = Set.of("execution", "task", "loopCounter", "nrOfInstances",
            "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final Map<String, Set<String>> ENGINE_MEMBERS = Map.of(
            "execution", Set.of("id", "processBusinessKey", "getProcessBusinessKey", "processInstanceId", "tenantId",
                    "getTenantId"), "task", Set.of("id", "tenantId"));
    private static final Set<String> ASKED_OF_LISTS = Set.of("size", "isEmpty", "contains");
    private static final Pattern BEGINNINGS = Pattern.compile("\\$\\{\\s*'(DISCOVER|PREPARE|CONSENT)'\\s*}");

    private final Map<String, Class<?>> variables;
    private final Product product;

    NamesCheck(Product product, Map<String, Class<?>> variables) {
        this.product = product;
        this.variables = variables;
    }

    void check(Element element, Bundle bundle, Findings found) {
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
            found.add("Det finns ingen processvariabel ”" + name + "”.", Spelling.nearest(name, variables.keySet()));
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
                        + " som diagram får anropa.", Spelling.nearest(name, Stream.concat(product.beans().stream(),
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
                            row.map(r -> Spelling.nearest(r, rowsOf(table, bundle))).orElse("Skriv radens namn inom '…'."));
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
}
