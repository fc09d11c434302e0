package se.sip.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a county may not model away: {@code processes/grundlag.md}, a text for a lawyer, where each rule is followed by
 * its exact wording as YAML. The file of the product holds for every county; a county has none of its own.
 *
 * @param given what is known after a step, by the name of the bean that takes it
 */
record Contract(List<Rule> rules, Map<String, Fact> given) {

    private static final Pattern SECTION = Pattern.compile(
            "(?m)^## (.+?)\\n((?:(?!^## )[\\s\\S])*?)```yaml\\n([\\s\\S]*?)```");

    /**
     * One rule.
     *
     * @param title the section's heading
     * @param terms the YAML below it
     */
    record Rule(String title, Map<String, Object> terms) {

        String kind() {
            return String.valueOf(terms.get("slag"));
        }

        String text(String term) {
            return terms.get(term) == null ? null : String.valueOf(terms.get(term));
        }

        Selector selector(String term) {
            return Selector.of(terms.get(term));
        }

        List<Fact> facts(String term) {
            return texts(terms.get(term)).stream().map(Fact::of).toList();
        }

        List<String> list(String term) {
            return texts(terms.get(term));
        }

        boolean is(String term) {
            return "ja".equals(terms.get(term));
        }

        Map<?, ?> map(String term) {
            return terms.get(term) instanceof Map<?, ?> map ? map : Map.of();
        }

        /** Sequences of steps, one of which must have been taken whole. */
        List<List<Step>> ways(String term) {
            var ways = new ArrayList<List<Step>>();
            for (Object way : (List<?>) terms.get(term)) {
                ways.add(((List<?>) way).stream().map(Step::of).toList());
            }
            return ways;
        }
    }

    /** A step that must be taken, or an answer that must be given. */
    record Step(Selector node, Fact answer) {

        static Step of(Object yaml) {
            Object answer = ((Map<?, ?>) yaml).get("svar");
            return answer == null ? new Step(Selector.of(yaml), null) : new Step(null, Fact.of(String.valueOf(answer)));
        }
    }

    /**
     * Elements of diagrams by what they do, never by what they are called.
     *
     * @param beans of service tasks
     * @param tables of rule tasks
     * @param forms of user tasks and starts
     * @param messages that an event waits for
     */
    record Selector(List<String> beans, List<String> tables, List<String> forms, List<String> messages) {

        static Selector of(Object yaml) {
            Map<?, ?> terms = yaml instanceof Map<?, ?> map ? map : Map.of();
            return new Selector(texts(terms.get("gör")), texts(terms.get("beslut")), texts(terms.get("formulär")),
                    texts(terms.get("meddelande")));
        }

        boolean matches(ProcessGraph.Node node) {
            ProcessGraph.Deed deed = node.deed();
            return beans.contains(deed.bean()) || tables.contains(deed.table()) || forms.contains(deed.form())
                    || messages.contains(deed.message());
        }
    }

    static Contract read() {
        try {
            return of(new ClassPathResource("processes/grundlag.md").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Contract of(String text) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        var rules = new ArrayList<Rule>();
        var given = new HashMap<String, Fact>();
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            Map<String, Object> terms = yaml.load(section.group(3));
            if (terms.get("ger") instanceof Map<?, ?> facts) {
                facts.forEach((bean, fact) -> given.put(String.valueOf(bean), Fact.of(String.valueOf(fact))));
            } else {
                rules.add(new Rule(section.group(1).strip(), terms));
            }
        }
        return new Contract(List.copyOf(rules), Map.copyOf(given));
    }

    private static List<String> texts(Object yaml) {
        return yaml == null ? List.of() : yaml instanceof List<?> list ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(yaml));
    }
}
