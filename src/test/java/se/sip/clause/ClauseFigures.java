package se.sip.clause;

import java.util.List;
import se.sip.clause.ClausePlace.Kind;

/** How many clauses the product acts on, tells of and leaves out, by source document and by kind of place. */
class ClauseFigures {

    private final ClauseRegister register;

    ClauseFigures(ClauseRegister register) {
        this.register = register;
    }

    /** A table in Markdown, in Swedish; it reads well in a terminal too. */
    String table() {
        var table = new StringBuilder("| Dokument | klausuler | ska | provas | bara vägledning | utanför |");
        for (Kind kind : Kind.values()) {
            table.append(' ').append(kind.key()).append(" |");
        }
        table.append("\n|---|").append("--:|".repeat(5 + Kind.values().length)).append('\n');
        ClauseRegister.DOCUMENTS.forEach((document, name) -> line(table, document, register.entries().stream()
                .filter(entry -> entry.document().equals(document)).toList()));
        line(table, "**alla**", register.entries());
        return table.toString();
    }

    private static void line(StringBuilder table, String name, List<ClauseEntry> entries) {
        table.append("| ").append(name).append(" | ").append(entries.size())
                .append(" | ").append(count(entries, entry -> entry.strength().equals("SKA")))
                .append(" | ").append(count(entries, entry -> !entry.tests().isEmpty()))
                .append(" | ").append(count(entries, entry -> entry.isGuidance() && entry.places().isEmpty()))
                .append(" | ").append(count(entries, ClauseEntry::isOutside)).append(" |");
        for (Kind kind : Kind.values()) {
            table.append(' ').append(count(entries, entry -> entry.places().stream()
                    .anyMatch(place -> place.startsWith(kind.key() + ":")))).append(" |");
        }
        table.append('\n');
    }

    private static long count(List<ClauseEntry> entries, java.util.function.Predicate<ClauseEntry> which) {
        return entries.stream().filter(which).count();
    }
}
