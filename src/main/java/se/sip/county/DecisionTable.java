package se.sip.county;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sip.county.XmlOutline.Element;

/** A decision table as its file says it: what it asks, what it answers, and row by row when. */
public record DecisionTable(String hitPolicy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /**
     * @param name the variable asked for, or the answer's name
     * @param label what a reader sees
     * @param values the values that the file lists, as texts; empty where it lists none
     */
    public record Column(Element element, String name, String label, String type, Set<String> values) {
    }

    /** @param cells the entries for the inputs, then those for the outputs, in the columns' order */
    public record Row(Element element, int number, String description, List<Element> cells) {

        String title() {
            return "rad " + number + " (" + element.id() + ")";
        }
    }

    public static Optional<DecisionTable> of(XmlOutline file) {
        return file.named("dmn:decisionTable").stream().findFirst().map(table -> {
            List<Element> children = file.childrenOf(table);
            List<Column> inputs = children.stream().filter(c -> c.name().equals("dmn:input"))
                    .map(c -> input(file, c)).toList();
            List<Column> outputs = children.stream().filter(c -> c.name().equals("dmn:output"))
                    .map(c -> new Column(c, c.attributes().getOrDefault("name", ""), label(c),
                            c.attributes().getOrDefault("typeRef", ""), values(file, c, "dmn:outputValues"))).toList();
            List<Element> rules = children.stream().filter(c -> c.name().equals("dmn:rule")).toList();
            return new DecisionTable(table.attributes().getOrDefault("hitPolicy", "UNIQUE"), inputs, outputs,
                    rules.stream().map(r -> new Row(r, 1 + rules.indexOf(r), file.childrenOf(r).stream()
                            .filter(c -> c.name().equals("dmn:description")).map(Element::text).findFirst().orElse(""),
                            file.childrenOf(r).stream().filter(c -> c.name().endsWith("Entry")).toList())).toList());
        });
    }

    private static Column input(XmlOutline file, Element input) {
        Optional<Element> expression = file.childrenOf(input).stream()
                .filter(c -> c.name().equals("dmn:inputExpression")).findFirst();
        return new Column(input, expression.map(e -> text(file, e)).orElse(""), label(input),
                expression.map(e -> e.attributes().getOrDefault("typeRef", "")).orElse(""),
                values(file, input, "dmn:inputValues"));
    }

    private static String label(Element column) {
        return column.attributes().getOrDefault("label", column.id());
    }

    private static Set<String> values(XmlOutline file, Element column, String kind) {
        return file.childrenOf(column).stream().filter(c -> c.name().equals(kind)).findFirst()
                .map(v -> texts(text(file, v))).orElse(Set.of());
    }

    public static String text(XmlOutline file, Element cell) {
        return file.childrenOf(cell).stream().filter(c -> c.name().equals("dmn:text")).map(Element::text).findFirst()
                .orElse("");
    }

    static Set<String> texts(String cell) {
        var texts = new TreeSet<String>();
        Matcher text = TEXT.matcher(cell);
        while (text.find()) {
            texts.add(text.group(1));
        }
        return texts;
    }

    /**
     * When an entry of an input holds. Values are texts in quotes, numbers, {@code true} and {@code false}; what is
     * written in a way that this reader does not follow holds for everything and is marked.
     */
    record Entry(String cell, boolean followed) {

        private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
        private static final Pattern RANGE = Pattern.compile(
                "([\\[\\](])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([\\[\\])])");
        private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
        private static final Pattern NOT = Pattern.compile("not\\((.*)\\)", Pattern.DOTALL);

        static Entry of(String cell) {
            String body = cell.strip();
            Matcher not = NOT.matcher(body);
            if (not.matches()) {
                body = not.group(1);
            }
            boolean followed = body.isEmpty() || body.equals("-") || parts(body).stream().allMatch(part ->
                    TEXT.matcher(part).matches() || Set.of("true", "false", "null").contains(part)
                            || BOUND.matcher(part).matches() || RANGE.matcher(part).matches()
                            || NUMBER.matcher(part).matches());
            return new Entry(cell.strip(), followed);
        }

        boolean isAny() {
            return cell.isEmpty() || cell.equals("-");
        }

        boolean holds(String value) {
            if (isAny() || !followed) {
                return true;
            }
            Matcher not = NOT.matcher(cell);
            return not.matches() ? parts(not.group(1)).stream().noneMatch(part -> holds(part, value))
                    : parts(cell).stream().anyMatch(part -> holds(part, value));
        }

        private static boolean holds(String part, String value) {
            Matcher bound = BOUND.matcher(part);
            if (bound.matches()) {
                if (!NUMBER.matcher(value).matches()) {
                    return false;
                }
                int order = new BigDecimal(value).compareTo(new BigDecimal(bound.group(2)));
                return switch (bound.group(1)) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                };
            }
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                if (!NUMBER.matcher(value).matches()) {
                    return false;
                }
                int low = new BigDecimal(value).compareTo(new BigDecimal(range.group(2)));
                int high = new BigDecimal(value).compareTo(new BigDecimal(range.group(3)));
                return (range.group(1).equals("[") ? low >= 0 : low > 0)
                        && (range.group(4).equals("]") ? high <= 0 : high < 0);
            }
            if (NUMBER.matcher(part).matches() && NUMBER.matcher(value).matches()) {
                return new BigDecimal(part).compareTo(new BigDecimal(value)) == 0;
            }
            return part.equals(value);
        }

        /** The values at which an answer may change, on both sides of each limit. */
        void collect(Set<String> points) {
            if (!followed) {
                return;
            }
            texts(cell).forEach(text -> points.add("\"" + text + "\""));
            Matcher number = NUMBER.matcher(TEXT.matcher(cell).replaceAll(""));
            while (number.find()) {
                BigDecimal at = new BigDecimal(number.group());
                for (int step = -1; step <= 1; step++) {
                    points.add(at.add(BigDecimal.valueOf(step)).toPlainString());
                }
            }
        }

        private static List<String> parts(String body) {
            var parts = new java.util.ArrayList<String>();
            int from = 0;
            boolean quoted = false;
            for (int i = 0; i <= body.length(); i++) {
                if (i == body.length() || body.charAt(i) == ',' && !quoted) {
                    parts.add(body.substring(from, i).strip());
                    from = i + 1;
                } else if (body.charAt(i) == '"') {
                    quoted = !quoted;
                }
            }
            return parts;
        }
    }
}
