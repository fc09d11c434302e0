package se.sip.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.county.Bundle;
import se.sip.county.County;
import se.sip.county.RefusedException;
import se.sip.difference.Change;
import se.sip.difference.ChangedTable;
import se.sip.difference.Differences;
import se.sip.difference.ElementDifference;
import se.sip.difference.FileDifference;

/**
 * Finds two of a county's sets by short names and holds them against each other: {@code bas} is the national base as the
 * running version has it, {@code v3} the third version, {@code k12} candidate 12.
 */
@Component
class Comparisons {

    private static final String BASE = "bas";

    private final Publications publications;
    private final Candidates candidates;

    Comparisons(Publications publications, Candidates candidates) {
        this.publications = publications;
        this.candidates = candidates;
    }

    /**
     * @param tables changed tables by file, row by row
     * @param beforeTitle what the first set is, in Swedish
     */
    record Comparison(String before, String after, String beforeTitle, String afterTitle, List<FileDifference> files,
            Map<String, ChangedTable> tables) {
    }

    /** A diagram in both sets, to be drawn; null where a set has none of the name. */
    record Diagrams(String before, String after, List<String> added, List<String> removed, List<String> changed) {
    }

    /** @throws RefusedException where a set is not there */
    Comparison of(County county, String before, String after) {
        Bundle was = bundle(county, before);
        Bundle is = bundle(county, after);
        var tables = new LinkedHashMap<String, ChangedTable>();
        List<FileDifference> files = Differences.between(was, is);
        files.stream().filter(f -> f.change() == Change.CHANGED && f.name().endsWith(Bundle.Folder.DECISIONS.suffix()))
                .forEach(f -> Differences.table(was.files().get(f.name()), is.files().get(f.name()))
                        .filter(table -> !table.rows().isEmpty()).ifPresent(table -> tables.put(f.name(), table)));
        return new Comparison(before, after, title(before), title(after), files, tables);
    }

    Optional<Diagrams> diagrams(County county, String before, String after, String name) {
        Bundle was = bundle(county, before);
        Bundle is = bundle(county, after);
        return Differences.between(was, is).stream().filter(f -> f.name().equals(name)
                && name.endsWith(Bundle.Folder.PROCESSES.suffix())).findFirst().map(f -> new Diagrams(text(was, name),
                        text(is, name), ids(f, Change.ADDED), ids(f, Change.REMOVED), ids(f, Change.CHANGED)));
    }

    private static List<String> ids(FileDifference file, Change change) {
        return new ArrayList<>(file.elements().stream().filter(e -> e.change() == change).map(ElementDifference::element)
                .toList());
    }

    private static String text(Bundle bundle, String name) {
        return bundle.holds(name) ? bundle.files().get(name).text() : null;
    }

    private Bundle bundle(County county, String set) {
        if (set.equals(BASE)) {
            Bundle running = publications.bundle(publications.running(county.id()).orElseThrow(Comparisons::gone), county);
            return Bundle.of(county, running.bases().values(), List.of());
        }
        if (set.matches("v\\d{1,9}")) {
            return publications.bundle(publications.version(county.id(), Integer.parseInt(set.substring(1)))
                    .orElseThrow(Comparisons::gone), county);
        }
        if (set.matches("k\\d{1,18}")) {
            return candidates.bundle(candidates.find(county.id(), Long.parseLong(set.substring(1)))
                    .filter(candidate -> candidate.state() != Candidate.State.DISCARDED).orElseThrow(Comparisons::gone),
                    county);
        }
        throw gone();
    }

    private static RefusedException gone() {
        return new RefusedException("Det som skulle jämföras finns inte.");
    }

    private static String title(String set) {
        return set.equals(BASE) ? "den nationella basen" : (set.startsWith("v") ? "version " : "kandidat ")
                + set.substring(1);
    }
}
