package se.sip.clause;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.sip.clause.ClausePlace.Kind;

/** {@code docs/klausuler.md}: for a process owner who asks where a clause acts. */
class ClausePage {

    static final Path FILE = Path.of("docs/klausuler.md");

    private static final Map<String, String> COUNTIES =
            Map.of("vgr", "Västra Götaland", "halland", "Halland", "dalarna", "Dalarna");
    private static final List<String> PHASES = List.of("allmänt", "upptäck", "information", "förbered", "samtycke",
            "kalla", "möte", "dokumentera", "följ upp", "avsluta", "in/utskrivning", "avvikelse", "tvist");

    private final ClauseRegister register;
    private final ClausePlaces places;

    ClausePage(ClauseRegister register, ClausePlaces places) {
        this.register = register;
        this.places = places;
    }

    String text() {
        var page = new StringBuilder("""
                # Var varje klausul verkar

                Alla %d klausuler ur länens dokument, och var programmet gör något åt dem. Sök på klausulens nummer, så
                som det står i formulär, brev och beslut. Sidan skrivs ur [klausuler.csv](klausuler.csv) av ett test som
                också ser efter att varje plats finns, att den nämner klausulen och att ett test provar den.

                **Ska** är en skyldighet, **bör** en rekommendation, **kan** en möjlighet och **fakta** en upplysning.

                """.formatted(register.entries().size()));
        page.append(new ClauseFigures(register).table()).append("\nKolumnerna till höger: antal klausuler med minst en plats av det slaget.\n");
        ClauseRegister.DOCUMENTS.forEach((document, name) -> {
            page.append("\n## ").append(name).append('\n');
            for (String phase : PHASES) {
                List<ClauseEntry> entries = register.entries().stream()
                        .filter(entry -> entry.document().equals(document) && entry.phase().equals(phase)).toList();
                if (!entries.isEmpty()) {
                    page.append("\n### ").append(phase.substring(0, 1).toUpperCase()).append(phase.substring(1))
                            .append("\n\n| Klausul | Vad den säger | Var den verkar |\n|---|---|---|\n");
                    entries.forEach(entry -> page.append("| ").append(entry.id()).append("<br>")
                            .append(entry.strength().toLowerCase()).append(" | ").append(cell(entry.text()))
                            .append(" | ").append(where(entry)).append(" |\n"));
                }
            }
        });
        page.append("\n## Utanför programmet\n\nKlausuler som programmet inte gör något åt, och varför.\n\n")
                .append("| Klausul | Vad den säger | Varför |\n|---|---|---|\n");
        register.entries().stream().filter(ClauseEntry::isOutside).forEach(entry -> page.append("| ")
                .append(entry.id()).append(" | ").append(cell(entry.text())).append(" | ").append(cell(entry.outside()))
                .append(" |\n"));
        return page.toString();
    }

    private String where(ClauseEntry entry) {
        if (entry.isOutside()) {
            return "Utanför programmet: " + cell(entry.outside());
        }
        var byFile = new LinkedHashMap<Path, List<ClausePlace>>();
        places.of(entry.id()).forEach(place ->
                byFile.computeIfAbsent(place.file(), file -> new ArrayList<>()).add(place));
        String acts = byFile.values().stream().map(ClausePage::describe).collect(Collectors.joining("<br>"));
        if (entry.isGuidance()) {
            acts += (acts.isEmpty() ? "" : "<br>") + "text i %s: ”%s”".formatted(link(Path.of(entry.guidanceFile()),
                    Path.of(entry.guidanceFile()).getFileName().toString()), cell(entry.guidance()));
        }
        return acts;
    }

    /** What acts on the clause in one file. */
    private static String describe(List<ClausePlace> inFile) {
        ClausePlace first = inFile.get(0);
        Kind kind = first.kind();
        String file = link(first.file(), kind == Kind.ROW || kind == Kind.STEP || kind == Kind.FIELD
                ? first.name().replaceAll(".*/", "") + county(first)
                : first.file().getFileName().toString().replaceAll("\\.\\w+$", ""));
        return switch (kind) {
            case ROW -> "tabellen " + file + (inFile.size() == 1 ? ", rad " : ", rader ") + inFile.stream()
                    .map(ClausePlace::element).collect(Collectors.joining(", "));
            case STEP -> "diagrammet " + file + named(inFile);
            case FIELD -> "formuläret " + file + named(inFile);
            case DOCUMENT -> "dokument: " + file;
            case DISPATCH -> "utskick: " + file;
            case CODE -> "kontroll: " + file;
        };
    }

    private static String named(List<ClausePlace> places) {
        String names = places.stream().map(ClausePlace::label).filter(label -> !label.isEmpty()).distinct()
                .map(label -> "”" + cell(label) + "”").collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": " + names;
    }

    private static String county(ClausePlace place) {
        Path folder = place.file().getName(1);
        return COUNTIES.containsKey(folder.toString()) ? " (" + COUNTIES.get(folder.toString()) + ")" : "";
    }

    private static String link(Path file, String text) {
        return "[" + text + "](../" + file + ")";
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;").strip();
    }
}
