package se.sip.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a rehearsal came to, for a reader and as JSON. */
public final class RehearsalReport {

    private static final int WIDTH = 110;
    private static final int MOST_UNTOUCHED = 20;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private RehearsalReport() {
    }

    public static String asJson(RehearsalResult result) {
        try {
            return JSON.writeValueAsString(result) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException where it is no report */
    public static RehearsalResult fromJson(String report) {
        try {
            return JSON.readValue(report, RehearsalResult.class);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException("No report of a rehearsal", other);
        }
    }

    public static String asText(RehearsalResult result) {
        var text = new StringBuilder();
        result.faults().forEach(fault -> text.append(fault).append('\n'));
        if (!result.faults().isEmpty()) {
            return text.append('\n').append(result.county()).append(": inget repeterat, ").append(result.faults().size())
                    .append(" fel i de påhittade ärendena.\n").toString();
        }
        result.cases().forEach(one -> tell(one, text));
        text.append("Rört vid: ").append(share(result.elements(), "element i diagrammen")).append(", ")
                .append(share(result.rows(), "rader i tabellerna")).append(".\n");
        untouched(result.elements(), text);
        untouched(result.rows(), text);
        return text.append('\n').append(result.county()).append(": ").append(result.cases().size())
                .append(" påhittade ärenden, ").append(result.changed().size()).append(" går annorlunda än i dag, ")
                .append(result.stopped().size()).append(" går inte att spela till slut (")
                .append(String.format(Locale.forLanguageTag("sv"), "%.1f", result.milliseconds() / 1000.0)).append(" s).\n")
                .toString();
    }

    private static void tell(RehearsalResult.PlayedCase one, StringBuilder text) {
        text.append("== ").append(one.name()).append(" (").append(one.file()).append(", rad ").append(one.line())
                .append(")\n");
        if (!one.about().isEmpty()) {
            wrapped(one.about(), "   ", text);
        }
        PlayedStory story = one.after();
        path(story.path(), text);
        if (!story.dates().isEmpty()) {
            text.append("   Datum\n");
            story.dates().forEach(date -> text.append("     ").append(date.name()).append(": ").append(date.date())
                    .append('\n'));
        }
        if (!story.asked().isEmpty()) {
            text.append("   Vilka\n");
            story.asked().forEach(asked -> wrapped(asked.name() + ": " + asked.how() + ". " + String.join(", ",
                    asked.clauses()) + (asked.why().isEmpty() ? "" : ": " + asked.why()), "     ", text));
        }
        wrapped("Utfall: " + story.outcome(), "   ", text);
        if (!story.wentThrough()) {
            wrapped("STANNADE: " + story.stopped(), "   ", text);
        }
        if (!one.changes().isEmpty()) {
            text.append("   ANNORLUNDA ÄN I DAG\n");
            one.changes().forEach(change -> wrapped(change, "     ", text));
        }
        text.append('\n');
    }

    /** One paragraph per day. */
    private static void path(List<PlayedStory.Passing> path, StringBuilder text) {
        text.append("   Väg\n");
        LocalDate day = null;
        var line = new StringBuilder();
        for (PlayedStory.Passing passing : path) {
            if (!passing.day().equals(day)) {
                wrapped(line.toString(), "     ", text);
                line = new StringBuilder(passing.day() + "  ");
                day = passing.day();
            } else {
                line.append(" → ");
            }
            line.append(passing.name()).append(passing.due() == null ? "" : " (senast " + passing.due() + ")");
        }
        wrapped(line.toString(), "     ", text);
    }

    private static void wrapped(String words, String indent, StringBuilder text) {
        if (words.isEmpty()) {
            return;
        }
        int used = 0;
        text.append(indent);
        for (String word : words.split(" ")) {
            if (used > 0 && used + word.length() + indent.length() > WIDTH) {
                text.append('\n').append(indent).append("  ");
                used = 2;
            }
            text.append(word).append(' ');
            used += word.length() + 1;
        }
        text.setLength(text.length() - 1);
        text.append('\n');
    }

    private static String share(RehearsalResult.Share share, String what) {
        return share.touched() + " av " + share.total() + " " + what + " (" + share.percent() + " %)";
    }

    private static void untouched(RehearsalResult.Share share, StringBuilder text) {
        if (share.untouched().isEmpty()) {
            return;
        }
        text.append("Inget ärende rör vid:\n");
        share.untouched().stream().limit(MOST_UNTOUCHED).forEach(part -> text.append("  ").append(part).append('\n'));
        if (share.untouched().size() > MOST_UNTOUCHED) {
            text.append("  och ").append(share.untouched().size() - MOST_UNTOUCHED).append(" till (alla med --json)\n");
        }
    }
}
