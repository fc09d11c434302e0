package se.sip.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The cases of one decision table, as a process owner writes them (see {@code src/test/resources/table-cases/README.md}):
 * a file of the same name with one case a line, the row that must decide it first.
 */
class TableCases {

    /** Names the row that decides; several rows, in the table's order, where the table may answer with several. */
    private static final String ROW = "rad";
    /** What the case is about, for the reader only. */
    private static final String CASE = "fall";
    private static final String GIVES = "ger ";
    private static final String BETWEEN_ROWS = "\\|";

    /**
     * @param line where it stands in its file
     * @param rows ids of the rows that hit; none where the table may be empty and is for this case
     * @param inputs by name; one left blank is not given to the table
     * @param outputs by name, one text per row that hits
     */
    record Case(long line, List<String> rows, Map<String, Object> inputs, Map<String, List<String>> outputs) {
    }

    private final List<String> columns;
    private final List<Case> cases;

    private TableCases(List<String> columns, List<Case> cases) {
        this.columns = columns;
        this.cases = cases;
    }

    static TableCases of(DecisionFile file) {
        if (!Files.exists(file.cases())) {
            throw new AssertionError(file.table() + " has no cases. Write " + file.cases() + " as the README there says.");
        }
        var format = CSVFormat.Builder.create().setDelimiter(';').setHeader().setSkipHeaderRecord(true).setTrim(true)
                .setIgnoreEmptyLines(true).setCommentMarker('#').get();
        try (CSVParser lines = CSVParser.parse(file.cases(), StandardCharsets.UTF_8, format)) {
            var cases = new ArrayList<Case>();
            for (CSVRecord line : lines) {
                cases.add(read(line, lines.getCurrentLineNumber(), file));
            }
            return new TableCases(lines.getHeaderNames(), cases);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Case read(CSVRecord line, long number, DecisionFile file) {
        var inputs = new HashMap<String, Object>();
        var outputs = new LinkedHashMap<String, List<String>>();
        line.toMap().forEach((column, value) -> {
            if (column.startsWith(GIVES)) {
                outputs.put(column.substring(GIVES.length()), split(value));
            } else if (file.inputs().containsKey(column) && !value.isEmpty()) {
                inputs.put(column, typed(value, file.inputs().get(column)));
            }
        });
        return new Case(number, split(line.get(ROW)), inputs, outputs);
    }

    private static List<String> split(String value) {
        return Arrays.stream(value.split(BETWEEN_ROWS)).map(String::strip).toList();
    }

    private static Object typed(String value, String type) {
        return switch (type) {
            case "boolean" -> Boolean.valueOf(value);
            case "integer" -> Integer.valueOf(value);
            case "long" -> Long.valueOf(value);
            case "double", "number" -> Double.valueOf(value);
            default -> value;
        };
    }

    /** The columns of the file without those for the reader. */
    List<String> inputColumns() {
        return columns.stream().filter(c -> !c.equals(ROW) && !c.equals(CASE) && !c.startsWith(GIVES)).toList();
    }

    List<String> outputColumns() {
        return columns.stream().filter(c -> c.startsWith(GIVES)).map(c -> c.substring(GIVES.length())).toList();
    }

    List<Case> all() {
        return cases;
    }
}
