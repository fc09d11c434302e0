package se.sip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import se.sip.tasklist.RelativeDays;

/**
 * What a form is answered with in a made-up case: the product's plain answers, those of the file over them, and those of
 * the step over both. A field without a value is left out.
 */
final class Answers {

    private static final String PLAIN = "rehearsal/svar.yml";
    private static final RelativeDays DAYS = new RelativeDays("idag");

    private final JsonNode plain;

    private Answers(JsonNode plain) {
        this.plain = plain;
    }

    static Answers read() {
        try (var file = new InputStreamReader(new ClassPathResource(PLAIN).getInputStream(), StandardCharsets.UTF_8)) {
            return new Answers(YamlTree.json(new Yaml(new LoaderOptions()).compose(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ObjectNode of(Story story, Story.Step step, String form, LocalDate today) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        lay(content, plain.path(form));
        lay(content, story.common().get(form));
        lay(content, step.answers());
        return (ObjectNode) DAYS.dated(content, today);
    }

    private static void lay(ObjectNode below, JsonNode above) {
        if (above == null) {
            return;
        }
        above.fields().forEachRemaining(field -> {
            if (field.getValue().isNull()) {
                below.remove(field.getKey());
            } else {
                below.set(field.getKey(), field.getValue());
            }
        });
    }
}
