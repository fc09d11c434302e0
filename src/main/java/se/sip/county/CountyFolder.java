package se.sip.county;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A folder outside the product with one folder per county, named as the county's id: {@code lan.yml} says what the
 * county is called, and beside it lie {@code processes}, {@code decisions}, {@code forms}, {@code documents},
 * {@code enheter.csv} and {@code kommuner.csv}. A county comes into the product by its folder alone.
 */
final class CountyFolder {

    private static final String ABOUT = "lan.yml";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    /** What {@code lan.yml} holds. */
    private record About(String name, Set<String> clauses, List<ReserveNumber> reserveNumbers) {
    }

    private CountyFolder() {
    }

    /**
     * The counties whose folders lie in a folder, by id.
     *
     * @throws IllegalArgumentException where the folder is not there or a county's file is not as it should be; the
     *     message names the file
     */
    static List<County> counties(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("sip.county-folder: there is no folder " + folder);
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> Files.exists(one.resolve(ABOUT))).sorted().map(CountyFolder::county).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
    }

    private static County county(Path folder) {
        Path file = folder.resolve(ABOUT);
        try (var content = Files.newBufferedReader(file)) {
            var about = MAPPER.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(content),
                    About.class);
            if (about == null) {
                throw new IllegalArgumentException("it is empty");
            }
            return new County(folder.getFileName().toString(), about.name(), about.clauses(), about.reserveNumbers(),
                    folder);
        } catch (IOException | RuntimeException faulty) {
            throw new IllegalArgumentException(file + " is not as expected (name: the county's name; clauses: what its"
                    + " clauses begin with, as in [HAL]; reserve-numbers: their patterns): "
                    + faulty.getMessage(), faulty);
        }
    }
}
