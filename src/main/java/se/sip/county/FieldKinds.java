package se.sip.county;

import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Whether each question of a form is asked in a way that its record can take, can be seen at all, and is read out. */
final class FieldKinds {

    private static final String QUESTIONS = "sip-date, sip-time, sip-text, sip-number, sip-yes-no, sip-choice, sip-choices,"
            + " sip-select, sip-person-number, sip-unit, sip-rows, sip-fixed-rows";
    private static final Set<String> DOCUMENTS = Set.of("from", "rule");

    private FieldKinds() {
    }

    /** @param type of the component, or of its list's elements */
    static List<BundleFault> check(Bundle.File file, Element field, RecordComponent component, Class<?> type) {
        boolean list = Collection.class.isAssignableFrom(component.getType());
        Set<String> fit = list ? type.isRecord() ? Set.of("sip-rows", "sip-fixed-rows") : Set.of("sip-choices")
                : type == Boolean.class || type == boolean.class ? Set.of("sip-yes-no")
                        : type == LocalTime.class ? Set.of("sip-time")
                                : Temporal.class.isAssignableFrom(type) ? Set.of("sip-date")
                                        : Number.class.isAssignableFrom(type) || type.isPrimitive()
                                                ? Set.of("sip-number", "sip-select", "sip-choice")
                                                : type.isEnum() ? Set.of("sip-choice", "sip-select")
                                                        : Set.of("sip-text", "sip-choice", "sip-select", "sip-unit",
                                                                "sip-person-number");
        return fit.contains(field.normalName()) || field.normalName().equals("sip-hidden") ? List.of()
                : List.of(FormFields.fault(file, field, "<" + field.normalName() + "> kan inte fråga efter ”"
                        + field.attr("name") + "”: svaret skulle avvisas.", "Använd " + String.join(" eller ",
                                new java.util.TreeSet<>(fit)) + "."));
    }

    static List<BundleFault> checkWhole(Bundle.File file, Document form, Product product) {
        var faults = new ArrayList<BundleFault>();
        for (Element field : form.select(QUESTIONS)) {
            if (field.attr("label").isBlank()) {
                faults.add(FormFields.fault(file, field, "Frågan ”" + field.attr("name")
                        + "” har ingen text: en skärmläsare läser inget.", "Skriv frågan i label."));
            }
            boolean chooses = Set.of("sip-choice", "sip-choices", "sip-select").contains(field.normalName());
            if (chooses && field.select("option").isEmpty() && !field.hasAttr("from")) {
                faults.add(FormFields.fault(file, field, "Frågan har inga svar att välja bland.",
                        "Skriv <option value=\"…\">…</option>, eller from."));
            }
        }
        for (String attribute : DOCUMENTS) {
            form.select("[" + attribute + "]").stream().filter(e -> !product.says(e.attr(attribute)))
                    .forEach(e -> faults.add(FormFields.fault(file, e, "Produkten har inget som heter ”" + e.attr(attribute)
                            + "” (" + attribute + ").", "Rätta namnet.")));
        }
        form.select("sip-show[is]").stream().filter(part -> file.text().contains("when=\"" + part.attr("when")
                + "\" is=\"" + part.attr("is") + "\"")).forEach(part -> neverShown(part, form).ifPresent(value -> faults.add(
                FormFields.fault(file, part, "Delen visas när svaret på ”" + part.attr("when") + "” är ”" + value
                        + "”, ett svar som frågan inte har.", "Rätta is."))));
        askedTwice(form).forEach(field -> faults.add(FormFields.fault(file, field, "Frågan ”" + field.attr("name")
                + "” finns två gånger på samma ställe.", "Ta bort den ena.")));
        return faults;
    }

    /**
     * An answer that opens the part but that no question of that name in the form offers. What forms have in common may ask
     * for more than each of them offers.
     */
    private static Optional<String> neverShown(Element part, Document form) {
        List<Element> asked = form.select("[name=" + part.attr("when") + "]").stream().filter(e -> e.is(QUESTIONS)).toList();
        boolean told = asked.isEmpty() || asked.stream().anyMatch(e -> !e.normalName().equals("sip-yes-no")
                && e.select("option").isEmpty());
        Set<String> offered = asked.stream().flatMap(e -> e.normalName().equals("sip-yes-no")
                ? java.util.stream.Stream.of("true", "false") : e.select("option").stream().map(o -> o.attr("value")))
                .collect(Collectors.toSet());
        return told ? Optional.empty() : Arrays.stream(part.attr("is").strip().split("\\s+"))
                .filter(value -> !offered.contains(value)).findFirst();
    }

    /** The same question may stand in two parts of which one is shown; not twice in one. */
    private static List<Element> askedTwice(Document form) {
        Map<String, Element> first = new HashMap<>();
        var twice = new ArrayList<Element>();
        for (Element field : form.select(QUESTIONS)) {
            String shown = field.parents().stream().filter(p -> p.is("sip-show, sip-rows, sip-fixed-rows"))
                    .map(p -> p.attr("when") + "=" + p.attr("is") + p.attr("name")).collect(Collectors.joining(" "));
            if (first.putIfAbsent(shown + " " + field.attr("only") + " " + field.attr("name"), field) != null) {
                twice.add(field);
            }
        }
        return twice;
    }
}
