package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Content of a form with days that are told from today, such as {@code today-10} or {@code today+7T13:00}, so that a
 * script can be played on any day.
 */
public final class RelativeDays {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Pattern relative;

    /** @param word what today is called */
    public RelativeDays(String word) {
        relative = Pattern.compile(Pattern.quote(word) + "(?:([+-])(\\d+))?(T.*)?");
    }

    /** The same content with the days themselves. */
    public JsonNode dated(JsonNode node, LocalDate today) {
        if (node.isTextual()) {
            Matcher match = relative.matcher(node.textValue());
            return match.matches() ? JSON.textNode(day(match, today)) : node;
        }
        if (node.isObject()) {
            var dated = JSON.objectNode();
            node.fields().forEachRemaining(field -> dated.set(field.getKey(), dated(field.getValue(), today)));
            return dated;
        }
        if (node.isArray()) {
            var dated = JSON.arrayNode();
            node.forEach(item -> dated.add(dated(item, today)));
            return dated;
        }
        return node;
    }

    private static String day(Matcher match, LocalDate today) {
        long days = match.group(2) == null ? 0 : Long.parseLong(match.group(2));
        LocalDate day = today.plusDays("-".equals(match.group(1)) ? -days : days);
        return day + (match.group(3) == null ? "" : match.group(3));
    }
}
