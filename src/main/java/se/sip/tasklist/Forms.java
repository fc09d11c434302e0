package se.sip.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.sip.county.CountyClauses;
import se.sip.engine.RunningVersion;
import se.sip.ownfield.OwnForm;

/** Every form the product knows: reads it, finds all its faults at once, and hands it to its intake. */
@Service
class Forms {

    private static final String FAULTS = "faults";

    private final Map<String, FormIntake<?>> intakes;
    private final ObjectMapper json;
    private final Validator validator;
    private final CountyClauses clauses;
    private final OwnQuestions own;
    private final RunningVersion version;

    /** What was handed in, as far as it could be read, and everything that is wrong with it. */
    record Read<F extends Record>(F form, Faults faults) {
    }

    Forms(List<FormIntake<?>> intakes, ObjectMapper json, Validator validator, CountyClauses clauses,
            OwnQuestions own, RunningVersion version) {
        this.intakes = intakes.stream().collect(Collectors.toMap(FormIntake::form, Function.identity(), (a, b) -> {
            throw new IllegalStateException("Two intakes for the form '" + a.form() + "': " + a.getClass().getName()
                    + " and " + b.getClass().getName());
        }));
        this.json = lenientButExact(json);
        this.validator = validator;
        this.clauses = clauses;
        this.own = own;
        this.version = version;
    }

    Optional<FormIntake<?>> intake(String form) {
        return Optional.ofNullable(intakes.get(form));
    }

    /** The questions that the county's newest version of the form asks of its own. */
    OwnForm own(String county, String form) {
        return own.ofCounty(county, form);
    }

    FormIntake<?> required(String form) {
        return intake(form).orElseThrow(() -> new IllegalStateException("No intake knows the form '" + form + "'"));
    }

    /** All faults of what was handed in: of types, of fields, and of the field's own rules. */
    <F extends Record> Read<F> read(FormIntake<F> intake, JsonNode content, FormSituation where) {
        return version.within(where.processDefinitionId(), () -> readBy(intake, content, where));
    }

    private <F extends Record> Read<F> readBy(FormIntake<F> intake, JsonNode content, FormSituation where) {
        var faults = new Faults();
        if (content == null || !content.isObject()) {
            return new Read<>(null, faults.add("", "Formuläret är tomt. Fyll i det och försök igen."));
        }
        own.check(intake, content, where, faults);
        F form = parse(intake.type(), own.without(intake.form(), content, where), faults);
        if (form == null) {
            return new Read<>(null, faults);
        }
        validator.validate(form).stream()
                .sorted((a, b) -> a.getPropertyPath().toString().compareTo(b.getPropertyPath().toString()))
                .forEach(v -> faults.add(v.getPropertyPath().toString(), v.getMessage()));
        intake.check(form, where, faults);
        return new Read<>(form, faults.withMessages(message -> clauses.in(where.county(), message)));
    }

    /** Reads and accepts in one go. The caller is inside the engine's transaction. */
    <F extends Record> void take(FormIntake<F> intake, JsonNode content, FormSituation where) {
        Read<F> read = read(intake, content, where);
        if (!read.faults().isEmpty()) {
            throw new FormRefusedException(intake.form(), read.faults());
        }
        if (where.caseNumber() != null) {
            own.keep(intake.form(), content, where, where.caseNumber());
        }
        intake.accept(read.form(), where);
    }

    /** What the form shows when it opens, the county's own questions with it. */
    JsonNode known(FormIntake<?> intake, FormSituation where) {
        return version.within(where.processDefinitionId(), () -> knownBy(intake, where));
    }

    /** What its fields can be answered with, where that depends on the case or the county. */
    Map<String, Object> choices(FormIntake<?> intake, FormSituation where) {
        return version.within(where.processDefinitionId(), () -> intake.choices(where));
    }

    private JsonNode knownBy(FormIntake<?> intake, FormSituation where) {
        Map<String, Object> own = this.own.known(intake.form(), where);
        if (own.isEmpty()) {
            return asJson(intake.known(where));
        }
        var known = new HashMap<>(intake.known(where));
        known.putAll(own);
        return asJson(known);
    }

    /** Known values in the shape the browser takes. */
    JsonNode asJson(Object value) {
        return json.valueToTree(value);
    }

    JsonNode parse(String content) throws JsonProcessingException {
        return json.readTree(content);
    }

    private <F> F parse(Class<F> type, JsonNode content, Faults faults) {
        ObjectReader reader = json.readerFor(type).withHandler(new FaultCollector())
                .withAttribute(FAULTS, faults);
        try {
            return reader.readValue(content);
        } catch (IOException e) {
            if (faults.isEmpty()) {
                faults.add("", "Formuläret kunde inte läsas. Ladda om sidan och försök igen.");
            }
            return null;
        }
    }

    private static ObjectMapper lenientButExact(ObjectMapper json) {
        ObjectMapper copy = json.copy();
        copy.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        copy.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        // An empty field of a form is no answer.
        for (LogicalType type : List.of(LogicalType.DateTime, LogicalType.Enum, LogicalType.Integer,
                LogicalType.Boolean)) {
            copy.coercionConfigFor(type).setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull);
        }
        var emptyIsNull = new com.fasterxml.jackson.databind.module.SimpleModule();
        emptyIsNull.addDeserializer(String.class, new TrimmedText());
        copy.registerModule(emptyIsNull);
        return copy;
    }

    /** Text is taken without blanks around it; nothing but blanks is no answer. */
    private static final class TrimmedText extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                if (parser.currentToken().isScalarValue()) {
                    return parser.getText();
                }
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText().strip();
            return text.isEmpty() ? null : text;
        }
    }

    /** Notes a value of the wrong type as a fault beside its field and reads on. */
    private static final class FaultCollector extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
                JsonDeserializer<?> deserializer, Object bean, String property) throws IOException {
            // The name is the sender's own text: it would be logged with the refusal, so it is not quoted.
            faults(context).add(path(parser.getParsingContext().getParent()),
                    "Här finns ett fält som formuläret inte har.");
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(DeserializationContext context, Class<?> target, String value,
                String message) {
            faults(context).add(path(context.getParser()), messageFor(target));
            return null;
        }

        @Override
        public Object handleWeirdNumberValue(DeserializationContext context, Class<?> target, Number value,
                String message) {
            faults(context).add(path(context.getParser()), messageFor(target));
            return null;
        }

        @Override
        public Object handleUnexpectedToken(DeserializationContext context,
                com.fasterxml.jackson.databind.JavaType target, JsonToken token, JsonParser parser, String message)
                throws IOException {
            faults(context).add(path(parser), messageFor(target.getRawClass()));
            parser.skipChildren();
            return null;
        }

        private static Faults faults(DeserializationContext context) {
            return (Faults) context.getAttribute(FAULTS);
        }

        private static String path(JsonParser parser) {
            return path(parser.getParsingContext());
        }

        private static String path(com.fasterxml.jackson.core.JsonStreamContext at) {
            var path = new StringBuilder();
            append(at, path);
            return path.toString();
        }

        private static void append(com.fasterxml.jackson.core.JsonStreamContext at, StringBuilder path) {
            if (at == null || at.inRoot()) {
                return;
            }
            append(at.getParent(), path);
            if (at.inArray()) {
                path.append('[').append(Math.max(0, at.getCurrentIndex())).append(']');
            } else if (at.getCurrentName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(at.getCurrentName());
            }
        }

        private static String messageFor(Class<?> target) {
            if (java.time.temporal.Temporal.class.isAssignableFrom(target)) {
                return target == java.time.LocalTime.class ? "Skriv klockslaget som tt:mm, till exempel 13:00."
                        : "Skriv datumet som åååå-mm-dd, till exempel 2026-03-02.";
            }
            if (target == Boolean.class || target == boolean.class) {
                return "Svara ja eller nej.";
            }
            if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
                return "Skriv ett heltal.";
            }
            if (target.isEnum()) {
                return "Välj ett av alternativen.";
            }
            return "Uppgiften kan inte läsas. Fyll i fältet på nytt.";
        }
    }
}
