package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.sip.ownfield.OwnField;
import se.sip.ownfield.OwnForm;

/** JSON Schema of each form, generated from its record, with the county's own questions. */
@Component
class FormSchemas {

    private final SchemaGenerator generator = new SchemaGenerator(
            new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                    .with(new JacksonModule())
                    .with(new JakartaValidationModule(JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED))
                    .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                    .build());
    private final Map<Class<?>, JsonNode> known = new ConcurrentHashMap<>();

    JsonNode of(Class<?> record) {
        return known.computeIfAbsent(record, generator::generateSchema);
    }

    /** The record's and the county's own questions, which are asked for beside it. */
    JsonNode of(Class<?> record, OwnForm own) {
        if (own.isEmpty()) {
            return of(record);
        }
        ObjectNode schema = of(record).deepCopy();
        for (OwnField field : own.fields()) {
            schema.withObjectProperty("properties").set(field.name(), property(field));
            if (field.required() && field.shownWhen().isEmpty()) {
                schema.withArrayProperty("required").add(field.name());
            }
        }
        return schema;
    }

    private static ObjectNode property(OwnField field) {
        ObjectNode property = JsonNodeFactory.instance.objectNode().put("title", field.label());
        switch (field.kind()) {
            case TEXT -> {
                property.put("type", "string");
                Optional.ofNullable(field.max()).ifPresent(most -> property.put("maxLength", most));
            }
            case DATE -> property.put("type", "string").put("format", "date");
            case TIME -> property.put("type", "string").put("format", "time");
            case NUMBER -> {
                property.put("type", "integer");
                Optional.ofNullable(field.min()).ifPresent(least -> property.put("minimum", least));
                Optional.ofNullable(field.max()).ifPresent(most -> property.put("maximum", most));
            }
            case YES_NO -> property.put("type", "boolean");
            case CHOICE -> field.choices().keySet().forEach(property.put("type", "string").putArray("enum")::add);
            case CHOICES -> field.choices().keySet().forEach(property.put("type", "array").putObject("items")
                    .put("type", "string").putArray("enum")::add);
            default -> throw new IllegalStateException("No schema for " + field.kind());
        }
        return property;
    }
}
