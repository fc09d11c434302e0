package se.sip.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.sip.engine.RememberingFeelEngine;

/**
 * What holds for every table of every county. The cases stand beside, one file per table:
 * {@code src/test/resources/table-cases/<county>/<table>.csv}, with a README. Whoever adds a table adds its file of
 * cases, whoever adds a row adds a line; this test says which is missing.
 */
class EveryTableTest {

    /** {@code FB 6:11}, {@code FB 6:13 a}, {@code LUS 4:1 st. 2}, {@code LPT 7 a §}, {@code 1930:173 1 §}. */
    private static final Pattern LAW = Pattern.compile(
            "(\\p{Lu}\\p{L}+ (\\d+:)?\\d+( [a-z])?( §)?|\\d{4}:\\d+( \\d+( [a-z])? §)?)( st\\. \\d+)?");
    private static final String PRODUCT = "PRODUKT";
    private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+)");
    private static final Pattern RANGE = Pattern.compile("([\\[\\]])\\s*(-?\\d+)\\s*\\.\\.\\s*(-?\\d+)\\s*([\\[\\]])");

    /** As in the product; one memory for all tables. */
    private static final FeelEngine FEEL = RememberingFeelEngine.factory().createInstance();

    private final Set<String> hit = new LinkedHashSet<>();

    static Stream<DecisionFile> tables() {
        return DecisionFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCaseIsDecidedByItsRowAndEveryRowDecidesACase(DecisionFile file) {
        DmnEngine engine = engine();
        DmnDecision table = engine.parseDecision(file.key(), file.model());
        TableCases cases = TableCases.of(file);
        assertThat(cases.inputColumns()).as("inputs in %s", file.cases()).isSubsetOf(file.inputs().keySet());
        assertThat(cases.outputColumns()).as("answers in %s", file.cases())
                .containsExactlyInAnyOrderElementsOf(file.outputs().keySet());
        var decided = new TreeSet<String>();
        for (TableCases.Case one : cases.all()) {
            hit.clear();
            DmnDecisionTableResult answer = engine.evaluateDecisionTable(table, one.inputs());
            assertThat(hit).as("the row that decides line %s of %s", one.line(), file.cases())
                    .containsExactlyElementsOf(one.rows());
            one.outputs().forEach((output, expected) -> assertThat(answer.getResultList().stream()
                    .map(row -> row.get(output) == null ? "" : String.valueOf(row.get(output))).toList())
                    .as("%s in line %s of %s", output, one.line(), file.cases()).isEqualTo(expected));
            decided.addAll(hit);
        }
        assertThat(file.rows().stream().map(Rule::getId).filter(row -> !decided.contains(row)))
                .as("rows of %s that no case in %s reaches", file.table(), file.cases()).isEmpty();
    }

    /** A limit holds on both its sides: for {@code < 18} there is a case with 17 and one with 18. */
    @ParameterizedTest
    @MethodSource("tables")
    void everyLimitIsTriedOnBothSides(DecisionFile file) {
        TableCases cases = TableCases.of(file);
        file.inputs().forEach((input, type) -> {
            if (!Set.of("integer", "long").contains(type)) {
                return;
            }
            Set<Long> tried = cases.all().stream().map(one -> one.inputs().get(input)).filter(v -> v != null)
                    .map(v -> ((Number) v).longValue()).collect(Collectors.toSet());
            assertThat(tried).as("values of %s in %s", input, file.cases())
                    .containsAll(file.cellsOf(input).stream().flatMap(cell -> sides(cell).stream()).toList());
        });
    }

    /** The last value on this side of each limit in a cell, and the first on the other. */
    private static List<Long> sides(String cell) {
        var sides = new ArrayList<Long>();
        Matcher bound = BOUND.matcher(cell);
        while (bound.find()) {
            long limit = Long.parseLong(bound.group(2));
            boolean between = Set.of("<", ">=").contains(bound.group(1));
            sides.addAll(between ? List.of(limit - 1, limit) : List.of(limit, limit + 1));
        }
        Matcher range = RANGE.matcher(cell);
        while (range.find()) {
            long low = Long.parseLong(range.group(2));
            long high = Long.parseLong(range.group(3));
            sides.addAll(range.group(1).equals("[") ? List.of(low - 1, low) : List.of(low, low + 1));
            sides.addAll(range.group(4).equals("]") ? List.of(high, high + 1) : List.of(high - 1, high));
        }
        return sides;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowNamesClausesThatExistAndSaysWhyInOneSentence(DecisionFile file) throws IOException {
        Set<String> clauses;
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/table-cases/klausuler.txt"))) {
            clauses = lines.filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        }
        assertThat(file.rows()).as("rows of %s", file.table()).allSatisfy(row -> {
            String annotation = row.getDescription() == null ? "" : row.getDescription().getTextContent().strip();
            int end = annotation.indexOf(": ");
            assertThat(end).as("row %s begins with its clauses and a colon: %s", row.getId(), annotation).isPositive();
            assertThat(annotation.substring(0, end).split(", ?")).as("clauses of row %s", row.getId())
                    .allMatch(id -> clauses.contains(id) || LAW.matcher(id).matches() || id.equals(PRODUCT));
            assertThat(annotation.substring(end + 2)).as("row %s says why, in one sentence", row.getId())
                    .matches("(?s)\\p{Lu}.*\\.").doesNotContainPattern("[.!?]\\s+\\p{Lu}");
        });
    }

    /** What a county puts in a table's place is asked and answers the same. */
    @ParameterizedTest
    @MethodSource("tables")
    void anOverlayAsksAndAnswersAsItsBase(DecisionFile file) {
        tables().filter(base -> !base.isOverlay() && base.key().equals(file.key())).forEach(base -> {
            assertThat(file.inputs()).as("inputs of %s", file.table()).isEqualTo(base.inputs());
            assertThat(file.outputs()).as("answers of %s", file.table()).isEqualTo(base.outputs());
        });
    }

    /** Cases whose table is gone say nothing. */
    @Test
    void everyFileOfCasesHasItsTable() throws IOException {
        Set<Path> known = tables().map(DecisionFile::cases).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/table-cases"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".csv"))).isSubsetOf(known);
        }
    }

    private DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> FEEL);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of((DmnDecisionTableEvaluationListener) e ->
                e.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(hit::add)));
        return configuration.buildEngine();
    }
}
