package se.sip.county;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the rows of a table hold together: which overlap, and which answers nobody gives. Tried on every value that
 * stands in the table, and on both sides of every limit.
 */
class TableRows {

    /** What the county asks of its own may not have been answered. */
    private static final String UNANSWERED = "null";
    private final DecisionTable table;
    private final XmlOutline file;
    private final List<List<DecisionTable.Entry>> entries;
    private final List<Set<String>> points = new ArrayList<>();
    private final List<Map<String, BitSet>> holding = new ArrayList<>();

    TableRows(DecisionTable table, XmlOutline file) {
        this.table = table;
        this.file = file;
        this.entries = table.rows().stream().map(row -> row.cells().stream().limit(table.inputs().size())
                .map(cell -> DecisionTable.Entry.of(DecisionTable.text(file, cell))).toList()).toList();
        for (int column = 0; column < table.inputs().size(); column++) {
            points.add(isEven() ? pointsOf(column) : Set.of());
            holding.add(new HashMap<>());
        }
    }

    DecisionTable table() {
        return table;
    }

    XmlOutline file() {
        return file;
    }

    private Set<String> points(int column) {
        return points.get(column);
    }

    /** The rows that hold for a value of a column, whatever the others are. */
    private BitSet holding(int column, String value) {
        return holding.get(column).computeIfAbsent(value, v -> {
            var rows = new BitSet();
            IntStream.range(0, entries.size()).filter(row -> entries.get(row).get(column).holds(v)).forEach(rows::set);
            return rows;
        });
    }

    /** Values to try in a column: those listed, and those that stand in rows; both yes and no for a yes or no. */
    private Set<String> pointsOf(int column) {
        var points = new TreeSet<String>();
        DecisionTable.Column input = table.inputs().get(column);
        input.values().forEach(value -> points.add("\"" + value + "\""));
        if (input.type().equals("boolean")) {
            points.addAll(List.of("true", "false"));
        }
        entries.forEach(row -> row.get(column).collect(points));
        if (OwnColumns.isOwn(input)) {
            points.add(UNANSWERED);
        }
        return points;
    }

    /** Whether each row says something for each column, so that it can be looked at. */
    boolean isEven() {
        int width = table.inputs().size() + table.outputs().size();
        return table.rows().stream().allMatch(row -> row.cells().size() == width);
    }

    /** A value of each input that both rows hold for, if there is one; nothing where an entry is not followed. */
    Optional<List<String>> common(int one, int other) {
        var values = new ArrayList<String>();
        for (int column = 0; column < table.inputs().size(); column++) {
            int c = column;
            DecisionTable.Entry a = entries.get(one).get(column);
            DecisionTable.Entry b = entries.get(other).get(column);
            if (!a.followed() || !b.followed()) {
                return Optional.empty();
            }
            if (a.isAny() && b.isAny()) {
                values.add("-");
                continue;
            }
            Optional<String> both = points(column).stream().filter(v -> holding(c, v).get(one) && holding(c, v).get(other)).findFirst();
            if (both.isEmpty()) {
                return Optional.empty();
            }
            values.add(both.get());
        }
        return Optional.of(values);
    }

    /** Whether an earlier row holds wherever a later one does. */
    boolean covers(int earlier, int later) {
        return IntStream.range(0, table.inputs().size()).allMatch(column -> {
            DecisionTable.Entry a = entries.get(earlier).get(column);
            DecisionTable.Entry b = entries.get(later).get(column);
            return a.isAny() || a.cell().equals(b.cell()) || a.followed() && b.followed() && !b.isAny()
                    && points(column).stream().filter(v -> holding(column, v).get(later))
                            .allMatch(v -> holding(column, v).get(earlier));
        });
    }

    String answersOf(int row) {
        return table.rows().get(row).cells().stream().skip(table.inputs().size())
                .map(cell -> DecisionTable.text(file, cell)).collect(Collectors.joining("|"));
    }

    /** Whether some row holds for a value of one column, whatever the others are. */
    boolean isAnswered(int column, String value) {
        return entries.stream().anyMatch(row -> row.get(column).holds(value));
    }

    /**
     * Values of all inputs that no row of this table holds for but a row of the other does; of any kind where there is
     * no other table.
     *
     * @param reference the table as it was, which asks nothing that this one does not; null for a new table
     */
    Optional<List<String>> lost(TableRows reference) {
        return lost(reference, 0, all(entries.size()), reference == null ? null : all(reference.entries.size()),
                new HashSet<>(), new ArrayList<>());
    }

    private Optional<List<String>> lost(TableRows reference, int column, BitSet mine, BitSet others,
            Set<List<Object>> tried, List<String> values) {
        if (others != null && others.isEmpty() || !tried.add(List.of(column, mine, others == null ? "" : others))) {
            return Optional.empty();
        }
        if (column == table.inputs().size()) {
            return mine.isEmpty() ? Optional.of(List.copyOf(values)) : Optional.empty();
        }
        Set<String> points = new TreeSet<>(points(column));
        int there = reference == null ? -1 : reference.columnNamed(table.inputs().get(column).name());
        if (there >= 0) {
            points.addAll(reference.points(there));
        }
        if (points.isEmpty()) {
            points.add("-");
        }
        for (String value : points) {
            values.add(value);
            Optional<List<String>> found = lost(reference, column + 1, both(holding(column, value), mine),
                    others == null || there < 0 ? others
                            : both(reference.holding(there, value), others), tried, values);
            values.remove(values.size() - 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private int columnNamed(String name) {
        return IntStream.range(0, table.inputs().size()).filter(i -> table.inputs().get(i).name().equals(name)).findFirst()
                .orElse(-1);
    }

    private static BitSet all(int rows) {
        var all = new BitSet();
        all.set(0, rows);
        return all;
    }

    private static BitSet both(BitSet some, BitSet among) {
        var both = (BitSet) some.clone();
        both.and(among);
        return both;
    }

    /** The values as a reader sees them: {@code Ålder = 17, Samtycke = "VALID"}. */
    String shown(List<String> values) {
        return IntStream.range(0, values.size()).filter(i -> !values.get(i).equals("-"))
                .mapToObj(i -> table.inputs().get(i).label() + " = " + values.get(i)).collect(Collectors.joining(", "));
    }
}
