package se.sip.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import se.sip.clause.ClausePlace.Kind;

/**
 * Every place in tables, diagrams, forms, document templates and code that says which clause it acts on: the annotation
 * of a row, the documentation of a diagram element, the {@code clause} of a form element, a comment in the code.
 */
class ClausePlaces {

    private static final Pattern CLAUSE = Pattern.compile(
            "\\b([A-Z]{3})-(\\d{2,3})(?:(?:–| till )\\1-(\\d{2,3}))?\\b");

    private final Set<String> documents;
    private final Map<String, SortedSet<ClausePlace>> places = new TreeMap<>();

    private ClausePlaces(Set<String> documents) {
        this.documents = documents;
    }

    /** @param documents first letters of the ids of the source documents, such as {@code HAL} */
    static ClausePlaces ofProject(Set<String> documents) {
        var all = new ClausePlaces(documents);
        each(Path.of("decisions"), ".dmn", all::table);
        each(Path.of("processes"), ".bpmn", all::diagram);
        each(Path.of("forms"), ".html", all::form);
        each(Path.of("src/main/resources/documents"), ".html", file -> all.add(Kind.DOCUMENT, file, "", "", text(file)));
        each(Path.of("src/main/java"), ".java", all::code);
        return all;
    }

    SortedSet<ClausePlace> of(String clause) {
        return places.getOrDefault(clause, Collections.emptySortedSet());
    }

    /** Every id that is named somewhere, known or not. */
    Set<String> named() {
        return places.keySet();
    }

    private void table(Path file) {
        Document table = xml(file);
        for (Element rule : table.getElementsByTag("rule")) {
            Element why = rule.getElementsByTag("description").first();
            if (why != null) {
                String text = why.text();
                add(Kind.ROW, file, rule.id(), text.substring(text.indexOf(": ") + 1).strip(), text);
            }
        }
    }

    private void diagram(Path file) {
        for (Element documentation : xml(file).select("bpmn|documentation, bpmn|text")) {
            Element step = documentation.parent();
            add(Kind.STEP, file, step.id(), step.attr("name"), documentation.text());
        }
    }

    private void form(Path file) {
        for (Element field : Jsoup.parse(text(file)).select("[clause]")) {
            String name = Stream.of("name", "from").map(field::attr).filter(given -> !given.isEmpty()).findFirst()
                    .orElse("");
            String label = Stream.of("label", "title").map(field::attr).filter(given -> !given.isEmpty()).findFirst()
                    .orElse("");
            add(Kind.FIELD, file, name, label, field.attr("clause"));
        }
    }

    private void code(Path file) {
        String place = file.toString();
        Kind kind = place.contains("correspondence/document/") ? Kind.DOCUMENT
                : place.contains("correspondence/") ? Kind.DISPATCH : Kind.CODE;
        add(kind, file, "", "", text(file));
    }

    private void add(Kind kind, Path file, String element, String label, String text) {
        Matcher found = CLAUSE.matcher(text);
        while (found.find()) {
            int first = Integer.parseInt(found.group(2));
            int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
            if (documents.contains(found.group(1))) {
                for (int number = first; number <= last; number++) {
                    places.computeIfAbsent("%s-%02d".formatted(found.group(1), number), id -> new TreeSet<>())
                            .add(new ClausePlace(kind, file, element, label));
                }
            }
        }
    }

    private static void each(Path folder, String ending, java.util.function.Consumer<Path> file) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(one -> one.toString().endsWith(ending)).sorted().forEach(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Document xml(Path file) {
        return Jsoup.parse(text(file), "", Parser.xmlParser());
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
