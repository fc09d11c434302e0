package se.sip.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.DecisionTable;
import se.sip.county.DecisionTable.Column;
import se.sip.county.DecisionTable.Row;
import se.sip.county.XmlOutline;
import se.sip.county.XmlOutline.Element;
import se.sip.difference.ChangedTable.Cell;
import se.sip.difference.ChangedTable.ChangedRow;

/** What is different between two versions of a table: what it asks and answers, then row by row. */
class TableDifference {

    private static final Set<String> ORDER_SAYS_NOTHING = Set.of("UNIQUE", "ANY");

    private static final String EXPLANATION = "Förklaring";

    private final XmlOutline before;
    private final XmlOutline after;

    TableDifference(XmlOutline before, XmlOutline after) {
        this.before = before;
        this.after = after;
    }

    List<ElementDifference> list() {
        var found = new ArrayList<ElementDifference>();
        List<String> about = Facets.changed(about(before), about(after));
        if (!about.isEmpty()) {
            found.add(new ElementDifference(Change.CHANGED, "", Facets.sentence("Tabellen", about)));
        }
        DecisionTable was = DecisionTable.of(before).orElse(null);
        DecisionTable is = DecisionTable.of(after).orElse(null);
        if (was != null && is != null) {
            columns(was.inputs(), is.inputs(), "frågan", found);
            columns(was.outputs(), is.outputs(), "svaret", found);
            rows(was, is, found);
        }
        return found;
    }

    private static Map<String, String> about(XmlOutline outline) {
        var about = new LinkedHashMap<String, String>();
        outline.named("dmn:decision").forEach(decision -> {
            about.put("namnet", decision.attributes().getOrDefault("name", ""));
            about.put("versionen", decision.attributes().getOrDefault("camunda:versionTag", ""));
            about.put("tiden historiken sparas", decision.attributes().getOrDefault("camunda:historyTimeToLive", ""));
            decision.children().stream().filter(c -> c.name().equals("dmn:description"))
                    .forEach(c -> about.put("beskrivningen", c.text()));
        });
        DecisionTable.of(outline).ifPresent(table -> about.put("regeln för vilka rader som gäller (hit policy)",
                table.hitPolicy()));
        return about;
    }

    private static void columns(List<Column> before, List<Column> after, String kind, List<ElementDifference> found) {
        Map<String, Column> was = before.stream().collect(Collectors.toMap(Column::name, Function.identity(), (a, b) -> a));
        Map<String, Column> is = after.stream().collect(Collectors.toMap(Column::name, Function.identity(), (a, b) -> a));
        after.forEach(column -> {
            Column former = was.get(column.name());
            List<String> parts = former == null ? List.of() : Facets.changed(facets(former), facets(column));
            if (former == null || !parts.isEmpty()) {
                String title = kind + " ”" + column.label() + "” (" + column.name() + ")";
                found.add(new ElementDifference(former == null ? Change.ADDED : Change.CHANGED, column.element().id(),
                        former == null ? "Ny: " + title + "." : Facets.sentence("Kolumnen för " + title, parts)));
            }
        });
        before.stream().filter(column -> !is.containsKey(column.name())).forEach(column -> found.add(
                new ElementDifference(Change.REMOVED, column.element().id(), "Borttagen: " + kind + " ”" + column.label()
                        + "” (" + column.name() + ").")));
    }

    private static Map<String, String> facets(Column column) {
        var facets = new LinkedHashMap<String, String>();
        facets.put("rubriken", column.label());
        facets.put("typen", column.type());
        facets.put("värdena", String.join(", ", column.values()));
        return facets;
    }

    private void rows(DecisionTable was, DecisionTable is, List<ElementDifference> found) {
        Map<Row, Row> formerOf = pairs(was, is);
        for (Row row : is.rows()) {
            Row former = formerOf.get(row);
            if (former == null) {
                found.add(new ElementDifference(Change.ADDED, row.element().id(), "Ny: " + title(row) + ". "
                        + said(cells(after, is, row)) + "."));
                continue;
            }
            List<String> parts = Facets.changed(cells(before, was, former), cells(after, is, row));
            if (!parts.isEmpty()) {
                found.add(new ElementDifference(Change.CHANGED, row.element().id(), Facets.sentence(capital(title(row)),
                        parts)));
            }
        }
        was.rows().stream().filter(row -> !formerOf.containsValue(row)).forEach(row -> found.add(new ElementDifference(
                Change.REMOVED, row.element().id(), "Borttagen: " + title(row) + ". " + said(cells(before, was, row)) + ".")));
        addMoved(is, formerOf, found);
    }

    /** By id; of those left, by all that they say; of those left, by when they hold. */
    private Map<Row, Row> pairs(DecisionTable was, DecisionTable is) {
        var pairs = new LinkedHashMap<Row, Row>();
        pair(was.rows(), is.rows(), row -> row.element().id(), row -> row.element().id(), pairs);
        pair(was.rows(), is.rows(), row -> cells(before, was, row), row -> cells(after, is, row), pairs);
        pair(was.rows(), is.rows(), row -> when(before, was, row), row -> when(after, is, row), pairs);
        return pairs;
    }

    private static void pair(List<Row> before, List<Row> after, Function<Row, Object> keyBefore,
            Function<Row, Object> keyAfter, Map<Row, Row> pairs) {
        for (Row row : after) {
            if (!pairs.containsKey(row)) {
                before.stream().filter(former -> !pairs.containsValue(former)
                        && keyBefore.apply(former).equals(keyAfter.apply(row))).findFirst()
                        .ifPresent(former -> pairs.put(row, former));
            }
        }
    }

    /** The rows that are new, changed or gone, cell by cell; empty where either file holds no table. */
    Optional<ChangedTable> table() {
        DecisionTable was = DecisionTable.of(before).orElse(null);
        DecisionTable is = DecisionTable.of(after).orElse(null);
        if (was == null || is == null) {
            return Optional.empty();
        }
        var headings = new LinkedHashSet<String>();
        Stream.of(is, was).flatMap(t -> Stream.concat(t.inputs().stream(), t.outputs().stream())).map(Column::label)
                .forEach(headings::add);
        headings.add(EXPLANATION);
        Map<Row, Row> formerOf = pairs(was, is);
        var rows = new ArrayList<ChangedRow>();
        for (Row row : is.rows()) {
            Row former = formerOf.get(row);
            Map<String, String> now = cells(after, is, row);
            Map<String, String> then = former == null ? Map.of() : cells(before, was, former);
            if (!now.equals(then)) {
                rows.add(new ChangedRow(former == null ? Change.ADDED : Change.CHANGED, row.number(),
                        cells(headings, then, now)));
            }
        }
        was.rows().stream().filter(row -> !formerOf.containsValue(row)).forEach(row -> rows.add(new ChangedRow(
                Change.REMOVED, row.number(), cells(headings, cells(before, was, row), Map.of()))));
        return Optional.of(new ChangedTable(List.copyOf(headings), rows));
    }

    private static List<Cell> cells(Set<String> headings, Map<String, String> then, Map<String, String> now) {
        return headings.stream().map(heading -> new Cell(then.getOrDefault(heading, ""), now.getOrDefault(heading, "")))
                .toList();
    }

    private static List<String> when(XmlOutline outline, DecisionTable table, Row row) {
        return row.cells().stream().limit(table.inputs().size()).map(cell -> DecisionTable.text(outline, cell)).toList();
    }

    /** What a row says, by the columns' headings. */
    private static Map<String, String> cells(XmlOutline outline, DecisionTable table, Row row) {
        var cells = new LinkedHashMap<String, String>();
        List<Column> columns = Stream.concat(table.inputs().stream(), table.outputs().stream()).toList();
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            String text = DecisionTable.text(outline, row.cells().get(i));
            cells.put(columns.get(i).label(), text.isEmpty() ? "-" : text);
        }
        cells.put(EXPLANATION, row.description());
        return cells;
    }

    private static String said(Map<String, String> cells) {
        return cells.entrySet().stream().filter(c -> !c.getKey().equals(EXPLANATION))
                .map(c -> c.getKey() + ": " + c.getValue()).collect(Collectors.joining("; "));
    }

    private static String title(Row row) {
        Element rule = row.element();
        return "rad " + row.number() + (row.description().isEmpty() ? "" : ", " + Facets.quoted(row.description()))
                + (rule.id().isEmpty() ? "" : " (" + rule.id() + ")");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    /** The fewest rows that have to be moved to come from the one order to the other. */
    private static void addMoved(DecisionTable is, Map<Row, Row> formerOf, List<ElementDifference> found) {
        List<Row> rows = is.rows().stream().filter(formerOf::containsKey).toList();
        var length = new int[rows.size()];
        var previous = new int[rows.size()];
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (formerOf.get(rows.get(j)).number() < formerOf.get(rows.get(i)).number() && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        var staying = new ArrayList<Row>();
        for (int at = last; at >= 0; at = previous[at]) {
            staying.add(rows.get(at));
        }
        boolean matters = !ORDER_SAYS_NOTHING.contains(is.hitPolicy());
        rows.stream().filter(row -> !staying.contains(row)).forEach(row -> found.add(new ElementDifference(
                matters ? Change.CHANGED : Change.MOVED, row.element().id(), capital(title(row)) + ": flyttad från plats "
                        + formerOf.get(row).number() + " till plats " + row.number()
                        + (matters ? "; ordningen avgör vilken rad som gäller." : "."))));
    }
}
