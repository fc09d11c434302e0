package se.sip.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import se.sip.county.FormFields;

/** What is different between two versions of a form, or of a part that forms have in common: its questions and texts. */
class FormDifference {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("label", "frågan"),
            Map.entry("required", "att den är obligatorisk"), Map.entry("help", "hjälptexten"),
            Map.entry("max", "det längsta svaret"), Map.entry("min", "det minsta"), Map.entry("rows", "antalet rader"),
            Map.entry("from", "varifrån svaren hämtas"), Map.entry("clause", "paragraferna"),
            Map.entry("add", "knappen för en ny rad"), Map.entry("value", "värdet"));

    private static final String SECTION = "avsnittet";

    private final Document before;
    private final Document after;

    FormDifference(String before, String after) {
        this.before = FormFields.parse(before);
        this.after = FormFields.parse(after);
    }

    List<ElementDifference> list() {
        Map<String, Element> was = FormFields.fields(before);
        Map<String, Element> is = FormFields.fields(after);
        var found = new ArrayList<ElementDifference>();
        is.forEach((path, field) -> {
            if (!was.containsKey(path)) {
                found.add(new ElementDifference(Change.ADDED, path, "Ny fråga: " + title(path, field)
                        + (field.hasAttr("required") ? ", obligatorisk" : "") + "."));
                return;
            }
            Map<String, String> former = facets(was.get(path));
            Map<String, String> now = facets(field);
            if (!sections(after).contains(former.get(SECTION)) && !sections(before).contains(now.get(SECTION))) {
                // The section has another heading, which is told once, among the texts.
                now.put(SECTION, former.get(SECTION));
            }
            List<String> parts = Facets.changed(former, now);
            if (!parts.isEmpty()) {
                found.add(new ElementDifference(Change.CHANGED, path, Facets.sentence("Frågan " + title(path, field), parts)));
            }
        });
        was.forEach((path, field) -> {
            if (!is.containsKey(path)) {
                found.add(new ElementDifference(Change.REMOVED, path, "Borttagen fråga: " + title(path, field) + "."));
            }
        });
        addTexts(found);
        addMoved(new ArrayList<>(was.keySet()), new ArrayList<>(is.keySet()), is, found);
        return found;
    }

    private static void addMoved(List<String> was, List<String> is, Map<String, Element> fields,
            List<ElementDifference> found) {
        was.retainAll(is);
        is.retainAll(was);
        if (!was.equals(is)) {
            int first = 0;
            while (was.get(first).equals(is.get(first))) {
                first++;
            }
            found.add(new ElementDifference(Change.MOVED, is.get(first), "Frågorna kommer i en annan ordning, från "
                    + title(is.get(first), fields.get(is.get(first))) + "."));
        }
    }

    private static String title(String path, Element field) {
        return field.hasAttr("label") ? "”" + field.attr("label") + "” (" + path + ")" : path;
    }

    private static Map<String, String> facets(Element field) {
        var facets = new LinkedHashMap<String, String>();
        facets.put("sorten", field.normalName());
        field.attributes().forEach(attribute -> {
            if (!attribute.getKey().equals("name")) {
                facets.put(NAMES.getOrDefault(attribute.getKey(), attribute.getKey()),
                        attribute.getValue().isEmpty() ? "ja" : attribute.getValue());
            }
        });
        field.select("> option").forEach(option -> facets.put("svaret " + option.attr("value"), option.text()
                + (option.hasAttr("help") ? " (" + option.attr("help") + ")" : "")));
        facets.put("när den visas", field.parents().stream().filter(p -> p.normalName().equals("sip-show"))
                .map(p -> p.attr("when") + " är " + p.attr("is")).collect(Collectors.joining(" och ")));
        facets.put(SECTION, field.parents().stream().filter(p -> p.normalName().equals("sip-section")).findFirst()
                .map(p -> p.attr("title")).orElse(""));
        return facets;
    }

    private static List<String> sections(Document form) {
        return form.select("sip-section").eachAttr("title");
    }

    private void addTexts(List<ElementDifference> found) {
        List<String> was = texts(before);
        List<String> is = texts(after);
        var gone = new ArrayList<>(was);
        is.forEach(gone::remove);
        var news = new ArrayList<>(is);
        was.forEach(news::remove);
        news.forEach(text -> found.add(new ElementDifference(Change.ADDED, "", "Ny text: " + Facets.quoted(text) + ".")));
        gone.forEach(text -> found.add(new ElementDifference(Change.REMOVED, "", "Borttagen text: " + Facets.quoted(text)
                + ".")));
    }

    /** What stands between the questions: headings, texts, and parts that forms have in common. */
    private static List<String> texts(Document form) {
        var texts = new ArrayList<String>();
        var fields = FormFields.fields(form).values();
        form.body().traverse((node, depth) -> {
            if (node instanceof TextNode text && !text.isBlank() && node.parent() instanceof Element parent
                    && !parent.normalName().equals("option")) {
                texts.add(text.text().strip());
            } else if (node instanceof Element element && !fields.contains(element)) {
                if (element.normalName().equals("sip-part")) {
                    texts.add("delen " + element.attr("name") + (element.hasAttr("as") ? " för " + element.attr("as") : ""));
                } else if (element.normalName().startsWith("sip-")) {
                    for (String name : List.of("title", "help", "text")) {
                        if (element.hasAttr(name)) {
                            texts.add(element.attr(name));
                        }
                    }
                }
            }
        });
        return texts;
    }
}
