package se.sip.ownfield;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.sip.ownfield.OwnField.Condition;
import se.sip.ownfield.OwnField.Kind;

/** The county's own questions of one form, in the form's order. */
public record OwnForm(List<OwnField> fields) {

    /** The mark of a question that is the county's own. */
    public static final String MARK = "own";
    /** The mark of one that also stands in the plan. */
    public static final String IN_PLAN = "in-plan";
    /** The elements that can be marked, with what each asks for. */
    public static final Map<String, Kind> ELEMENTS = Map.of("sip-text", Kind.TEXT, "sip-date", Kind.DATE,
            "sip-time", Kind.TIME, "sip-number", Kind.NUMBER, "sip-yes-no", Kind.YES_NO, "sip-choice", Kind.CHOICE,
            "sip-select", Kind.CHOICE, "sip-choices", Kind.CHOICES);
    static final OwnForm NONE = new OwnForm(List.of());
    private static final int MOST_CHARACTERS = 4000;

    /** Reads a form's markup; elements that cannot be the county's own are left out. */
    public static OwnForm of(String markup) {
        return markup.contains(" " + MARK) ? of(Jsoup.parseBodyFragment(markup)) : NONE;
    }

    public static OwnForm of(Document form) {
        return new OwnForm(form.select("[" + MARK + "]").stream().filter(e -> ELEMENTS.containsKey(e.normalName()))
                .map(OwnForm::field).toList());
    }

    private static OwnField field(Element element) {
        var choices = new LinkedHashMap<String, String>();
        element.select("option").forEach(option -> choices.put(option.attr("value"), option.text()));
        return new OwnField(element.attr("name"), ELEMENTS.get(element.normalName()), element.attr("label"),
                element.hasAttr("required"), choices, element.hasAttr(IN_PLAN), number(element.attr("min")),
                number(element.attr("max")), element.parents().stream().filter(p -> p.hasAttr("when"))
                        .map(p -> new Condition(p.attr("when"), p.attr("is").isBlank() ? Set.of()
                                : Set.of(p.attr("is").strip().split("\\s+")))).toList());
    }

    private static Long number(String attribute) {
        return attribute.matches("-?\\d{1,9}") ? Long.valueOf(attribute) : null;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /**
     * What is wrong with the answers, each beside its question. Never quotes what was typed.
     *
     * @param known what the form shows besides its answers, by name, for what is shown only sometimes
     * @param fault takes the field's name and what is wrong
     */
    public void check(JsonNode content, Function<String, Object> known, BiConsumer<String, String> fault) {
        for (OwnField field : fields) {
            JsonNode answer = content.get(field.name());
            if (isEmpty(answer)) {
                if (field.required() && field.shownWhen().stream().allMatch(c -> holds(c, content, known))) {
                    fault.accept(field.name(), missing(field));
                }
            } else {
                faultOf(field, answer).ifPresent(text -> fault.accept(field.name(), text));
            }
        }
    }

    private static boolean holds(Condition condition, JsonNode content, Function<String, Object> known) {
        JsonNode answer = content.get(condition.when());
        List<String> given;
        if (isEmpty(answer)) {
            Object shown = known.apply(condition.when());
            given = shown == null ? List.of() : List.of(String.valueOf(shown));
        } else {
            given = answer.isArray() ? StreamSupport.stream(answer.spliterator(), false).map(JsonNode::asText).toList()
                    : List.of(answer.asText());
        }
        return condition.is().isEmpty() ? !given.isEmpty() : given.stream().anyMatch(condition.is()::contains);
    }

    private static boolean isEmpty(JsonNode answer) {
        return answer == null || answer.isNull() || answer.isTextual() && answer.asText().isBlank()
                || answer.isArray() && answer.isEmpty();
    }

    private static String missing(OwnField field) {
        return switch (field.kind()) {
            case YES_NO -> "Svara ja eller nej.";
            case CHOICE -> "Välj ett av alternativen.";
            case CHOICES -> "Välj minst ett av alternativen.";
            case DATE -> "Fyll i datumet.";
            case TIME -> "Fyll i klockslaget.";
            case NUMBER -> "Fyll i antalet.";
            case TEXT -> "Skriv ett svar.";
        };
    }

    private static Optional<String> faultOf(OwnField field, JsonNode answer) {
        return Optional.ofNullable(switch (field.kind()) {
            case TEXT -> !answer.isTextual() ? "Uppgiften kan inte läsas. Fyll i fältet på nytt."
                    : answer.asText().strip().length() > longest(field)
                            ? "Texten är för lång: högst " + longest(field) + " tecken." : null;
            case DATE -> reads(answer, LocalDate::parse) ? null : "Skriv datumet som åååå-mm-dd, till exempel 2026-03-02.";
            case TIME -> reads(answer, LocalTime::parse) ? null : "Skriv klockslaget som tt:mm, till exempel 13:00.";
            case NUMBER -> numberFault(field, answer);
            case YES_NO -> answer.isBoolean() ? null : "Svara ja eller nej.";
            case CHOICE -> answer.isTextual() && field.choices().containsKey(answer.asText()) ? null
                    : "Välj ett av alternativen.";
            case CHOICES -> answer.isArray() && StreamSupport.stream(answer.spliterator(), false)
                    .allMatch(one -> one.isTextual() && field.choices().containsKey(one.asText())) ? null
                            : "Välj bland alternativen.";
        });
    }

    private static long longest(OwnField field) {
        return field.max() == null ? MOST_CHARACTERS : Math.min(field.max(), MOST_CHARACTERS);
    }

    private static String numberFault(OwnField field, JsonNode answer) {
        boolean whole = answer.isIntegralNumber() || answer.isTextual() && answer.asText().strip().matches("-?\\d{1,15}");
        if (!whole || answer.isIntegralNumber() && !answer.canConvertToLong()) {
            return "Skriv ett heltal.";
        }
        long number = answer.isTextual() ? Long.parseLong(answer.asText().strip()) : answer.asLong();
        if (field.min() != null && number < field.min()) {
            return "Talet ska vara minst " + field.min() + ".";
        }
        return field.max() != null && number > field.max() ? "Talet ska vara högst " + field.max() + "." : null;
    }

    private static boolean reads(JsonNode answer, Function<CharSequence, ?> reader) {
        try {
            return answer.isTextual() && reader.apply(answer.asText().strip()) != null;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    /** Checked answers by field name as they are kept; those of unanswered questions are null. */
    Map<OwnField, String> answers(JsonNode content) {
        var answers = new LinkedHashMap<OwnField, String>();
        for (OwnField field : fields) {
            JsonNode answer = content.get(field.name());
            answers.put(field, isEmpty(answer) ? null : answer.isArray()
                    ? StreamSupport.stream(answer.spliterator(), false).map(JsonNode::asText)
                            .collect(Collectors.joining(","))
                    : answer.asText().strip());
        }
        return answers;
    }

    /** What the case shows of an answer. */
    static String shown(OwnField field, String value) {
        return switch (field.kind()) {
            case YES_NO -> value.equals("true") ? "Ja" : "Nej";
            case CHOICE, CHOICES -> Arrays.stream(value.split(",")).map(v -> field.choices().getOrDefault(v, v))
                    .collect(Collectors.joining(", "));
            default -> value;
        };
    }

    /** Names of the questions. */
    public List<String> names() {
        return fields.stream().map(OwnField::name).toList();
    }
}
