package se.sip.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the YAML files that say who may do what. A key the record does not know stops the start. */
public final class AccessFiles {

    /** Our own files repeat themselves by alias; the limit guards against files of strangers, of which there are none. */
    private static final int MOST_ALIASES = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AccessFiles() {
    }

    /** @param path on the class path, for example {@code access/gate.yml} */
    public static <T extends Record> T read(String path, Class<T> type) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        var yaml = new Yaml(new SafeConstructor(options));
        try (var content = new ClassPathResource(path).getInputStream()) {
            return MAPPER.convertValue(yaml.load(content), type);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(path + " is not as expected: " + e.getMessage(), e);
        }
    }
}
