package se.sip.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every clause of the source documents is accounted for in {@code docs/klausuler.csv}: it acts at a place that names it
 * and is shown to hold by a test, or it is told to the user as guidance, or it is outside the product for a reason given
 * there. A clause that loses its row, step, field, check or test fails here.
 *
 * <p>After a change that is meant, {@code mvn test -Dtest=ClauseRegisterTest -Dsip.clauses.write=true} writes places and
 * tests anew into the register, and the page {@code docs/klausuler.md}; the difference is then read before it is kept.
 */
class ClauseRegisterTest {

    private static final String HOW = " (mvn test -Dtest=ClauseRegisterTest -Dsip.clauses.write=true writes it anew)";

    private static final Pattern LAW = Pattern.compile("\\p{Lu}{2,4} \\d+:\\d+( [a-z])?");

    private static ClauseRegister register;
    private static ClausePlaces places;
    private static ClauseTests tests;

    @BeforeAll
    static void read() throws IOException {
        places = ClausePlaces.ofProject(ClauseRegister.DOCUMENTS.keySet());
        tests = ClauseTests.ofProject();
        register = ClauseRegister.read();
        if (Boolean.getBoolean("sip.clauses.write")) {
            register = register.asInProject(places, tests);
            register.write();
            Files.writeString(ClausePage.FILE, new ClausePage(register, places).text());
        }
        System.out.println("Clauses of the source documents and where they are:\n" + new ClauseFigures(register).table());
    }

    @Test
    void theRegisterHasEveryClauseOnce() {
        List<String> expected = new ArrayList<>();
        for (String document : ClauseRegister.DOCUMENTS.keySet()) {
            IntStream.rangeClosed(1, ClauseRegister.SIZES.get(document))
                    .forEach(number -> expected.add("%s-%02d".formatted(document, number)));
        }
        assertThat(register.entries()).extracting(ClauseEntry::id).containsExactlyElementsOf(expected);
        assertThat(register.entries()).extracting(ClauseEntry::text).allMatch(text -> text.length() > 20);
    }

    @Test
    void everyClauseActsOrIsToldOrIsOutsideForAReason() {
        assertThat(register.entries().stream()
                .filter(entry -> entry.places().isEmpty() && !entry.isGuidance() && !entry.isOutside())
                .map(ClauseEntry::id)).as("clauses that nothing accounts for").isEmpty();
        assertThat(register.entries().stream()
                .filter(entry -> entry.isOutside() && (!entry.places().isEmpty() || entry.isGuidance()))
                .map(ClauseEntry::id)).as("clauses said to be outside that the product yet acts on").isEmpty();
    }

    @Test
    void everyPlaceInTheRegisterNamesItsClauseAndNoneIsMissing() {
        assertSoftly(softly -> register.entries().forEach(entry -> softly
                .assertThat(entry.places()).as("places of " + entry.id() + HOW)
                .containsExactlyElementsOf(places.of(entry.id()).stream().map(ClausePlace::reference).distinct()
                        .toList())));
        assertThat(unknown(places.named())).as("ids named in tables, diagrams, forms or code that no document has")
                .isEmpty();
    }

    @Test
    void everyClauseThatActsIsShownByATest() {
        assertThat(register.entries().stream()
                .filter(entry -> !entry.places().isEmpty() && tests.of(entry.id()).isEmpty())
                .map(ClauseEntry::id)).as("clauses with a place and no @Clause test").isEmpty();
        assertSoftly(softly -> register.entries().forEach(entry -> softly
                .assertThat(entry.tests()).as("tests of " + entry.id() + HOW)
                .containsExactlyElementsOf(tests.of(entry.id()))));
        assertThat(unknown(tests.named())).as("ids in @Clause that no document has").isEmpty();
    }

    @Test
    void guidanceStandsWhereTheRegisterSays() {
        assertSoftly(softly -> register.entries().stream().filter(ClauseEntry::isGuidance).forEach(entry -> softly
                .assertThat(spaced(ClausePlaces.text(Path.of(entry.guidanceFile()))))
                .as("guidance for " + entry.id() + " in " + entry.guidanceFile())
                .contains(spaced(entry.guidance()))));
    }

    @Test
    void thePageForProcessOwnersIsWrittenFromTheRegister() throws IOException {
        assertThat(Files.readString(ClausePage.FILE, StandardCharsets.UTF_8)).as(ClausePage.FILE + HOW)
                .isEqualTo(new ClausePage(register, places).text());
    }

    /** A test may also name a paragraph of law, such as {@code PDL 8:5}. */
    private static TreeSet<String> unknown(Set<String> named) {
        var unknown = new TreeSet<>(named);
        unknown.removeIf(id -> LAW.matcher(id).matches());
        unknown.removeAll(register.entries().stream().map(ClauseEntry::id).collect(Collectors.toSet()));
        return unknown;
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
