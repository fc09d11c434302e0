package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What staff of a county read names their own agreement's clauses and the law's: no form, choice, task description,
 * decision text or fault message names another county's.
 */
class OnlyOwnClausesTest {

    private static final Pattern CLAUSE = Pattern.compile("\\b(VGB|VGV|VGU|HAL|BOR)-\\d{2,3}\\b");
    /** A text in Java, with its clauses in brackets. */
    private static final Pattern MESSAGE = Pattern.compile("\"[^\"\\n]* [^\"\\n]*\"");

    static Stream<County> counties() {
        return Stream.of(new County("vgr", "Västra Götaland", Set.of("VGB", "VGV", "VGU")),
                new County("halland", "Halland", Set.of("HAL")), new County("dalarna", "Dalarna", Set.of("BOR")), new County("testlan", "Testlän", Set.of()));
    }

    @ParameterizedTest
    @MethodSource("counties")
    void whatACountyPublishesNamesItsOwnClausesOnly(County county) {
        Bundle bundle = new BundleReader(Path.of("").toAbsolutePath().toUri().toString()).read(county);
        assertThat(bundle.files()).isNotEmpty();
        var foreign = new TreeSet<String>();
        bundle.contents().forEach((name, content) -> foreignIn(new String(content, StandardCharsets.UTF_8), county)
                .forEach(id -> foreign.add(name + ": " + id)));
        assertThat(foreign).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("counties")
    void aMessageNamesItsClausesInBracketsSoThatOnlyTheOwnAreSeen(County county) throws IOException {
        var shown = new OwnClauses(county);
        var foreign = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                MESSAGE.matcher(codeOf(file)).results().forEach(text ->
                        foreignIn(shown.in(text.group()), county).forEach(id -> foreign.add(file + ": " + id)));
            }
        }
        assertThat(foreign).isEmpty();
    }

    /** Without comments, which name every clause they rest on. */
    private static String codeOf(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.strip().matches("(\\*|/\\*|//).*"))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> foreignIn(String text, County county) {
        return CLAUSE.matcher(text).results().filter(id -> !county.clauses().contains(id.group(1)))
                .map(id -> id.group()).toList();
    }
}
