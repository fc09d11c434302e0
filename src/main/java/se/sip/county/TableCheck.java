package se.sip.county;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import se.sip.county.XmlOutline.Element;

/**
 * What a decision table may not hold: any language but FEEL, another id than its file's name, and cells that the
 * engine would publish without a word and then never match.
 */
class TableCheck {

    /** A text without quotes is the name of a variable that does not exist. */
    private static final Pattern UNQUOTED = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]*");
    private static final List<String> WORDS = List.of("true", "false", "null", "-");
    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    List<BundleFault> check(Bundle.File file, XmlOutline table) {
        var faults = new ArrayList<BundleFault>();
        List<Element> decisions = table.elements().stream().filter(e -> e.name().equals("dmn:decision")).toList();
        if (decisions.size() != 1) {
            faults.add(new BundleFault(file.origin(), 0, "a file holds one decision, not " + decisions.size()));
        }
        for (Element decision : decisions) {
            if (!file.key().equals(decision.attribute("id"))) {
                faults.add(new BundleFault(file.origin(), decision.line(), "the decision's id must be '" + file.key()
                        + "', as the file, not " + decision.label()));
            }
        }
        for (Element element : table.elements()) {
            checkLanguage(file, element, faults);
            checkCell(file, element, faults);
        }
        return faults;
    }

    private static void checkLanguage(Bundle.File file, Element element, List<BundleFault> faults) {
        String language = element.attribute("expressionLanguage");
        if (language != null && !language.equalsIgnoreCase("feel") && !language.contains("/FEEL/")) {
            faults.add(new BundleFault(file.origin(), element.line(), "'" + language + "' at " + element.label()
                    + " is not allowed: a table is written in FEEL"));
        }
    }

    private void checkCell(Bundle.File file, Element element, List<BundleFault> faults) {
        if (!element.name().equals("dmn:text") || element.parent() == null || element.text().isEmpty()) {
            return;
        }
        String cell = element.text();
        ParseResult parsed = switch (element.parent().name()) {
            case "dmn:inputEntry" -> feel.parseUnaryTests(cell);
            case "dmn:outputEntry", "dmn:inputExpression" -> feel.parseExpression(cell);
            default -> null;
        };
        if (parsed == null) {
            return;
        }
        boolean entry = !element.parent().name().equals("dmn:inputExpression");
        if (!parsed.isSuccess()) {
            faults.add(new BundleFault(file.origin(), element.line(), "the cell " + element.parent().label()
                    + " is no FEEL: " + parsed.failure().message().lines().findFirst().orElse("")));
        } else if (entry && !WORDS.contains(cell) && UNQUOTED.matcher(cell).matches()) {
            faults.add(new BundleFault(file.origin(), element.line(), "the cell " + element.parent().label()
                    + " holds " + cell + " without quotes, which never matches"));
        }
    }
}
