package se.sip.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * One file of {@code decisions/}: a table of the national base, or a county's that takes its place.
 *
 * @param name place below {@code decisions/} without ending, such as {@code samtycke} or {@code halland/samtycke}
 */
record DecisionFile(String name, DmnModelInstance model) {

    private static final Path TABLES = Path.of("decisions");
    private static final Path CASES = Path.of("src/test/resources/table-cases");

    private static final List<DecisionFile> ALL = read();

    /** Every table of the base and of every county. */
    static List<DecisionFile> all() {
        return ALL;
    }

    private static List<DecisionFile> read() {
        try (Stream<Path> files = Files.walk(TABLES)) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().map(DecisionFile::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DecisionFile read(Path file) {
        String name = TABLES.relativize(file).toString().replace(".dmn", "");
        return new DecisionFile(name, Dmn.readModelFromFile(file.toFile()));
    }

    String key() {
        return name.substring(name.indexOf('/') + 1);
    }

    boolean isOverlay() {
        return name.contains("/");
    }

    Path table() {
        return TABLES.resolve(name + ".dmn");
    }

    Path cases() {
        return CASES.resolve(name + ".csv");
    }

    /** Type by name of what the table asks. */
    Map<String, String> inputs() {
        return only().getInputs().stream().collect(Collectors.toMap(
                input -> input.getInputExpression().getText().getTextContent().strip(),
                input -> String.valueOf(input.getInputExpression().getTypeRef()), (a, b) -> a, TreeMap::new));
    }

    /** Type by name of what the table answers. */
    Map<String, String> outputs() {
        return only().getOutputs().stream().collect(Collectors.toMap(output -> output.getName(),
                output -> String.valueOf(output.getTypeRef()), (a, b) -> a, TreeMap::new));
    }

    List<Rule> rows() {
        return List.copyOf(only().getRules());
    }

    /** The cells of one input, row by row, as written. */
    List<String> cellsOf(String input) {
        var inputs = List.copyOf(only().getInputs());
        int column = 0;
        while (!inputs.get(column).getInputExpression().getText().getTextContent().strip().equals(input)) {
            column++;
        }
        int at = column;
        return rows().stream().map(row -> List.copyOf(row.getInputEntries()).get(at).getText())
                .map(text -> text == null ? "" : text.getTextContent().strip()).toList();
    }

    private DecisionTable only() {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    @Override
    public String toString() {
        return name;
    }
}
