package se.sip.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.sip.county.County;

/**
 * Where made-up cases lie: the product's own in {@code rehearsal/}, each file for the county it names, and the county's
 * in {@code processes/<county>/rehearsal/}, in the product, in the county's folder or in a project folder. A file of the
 * same name goes before one that came with the product.
 */
public final class StorySources {

    private static final String ENDING = ".yml";

    private StorySources() {
    }

    /** @param folder a project folder; null where there is none */
    public static List<StoryFile.Source> of(County county, Path folder) {
        var all = new ArrayList<>(inProduct("rehearsal/").stream()
                .filter(source -> StoryFile.countyOf(source).equals(county.id())).toList());
        var own = new LinkedHashMap<String, StoryFile.Source>();
        String place = "processes/" + county.id() + "/rehearsal/";
        inProduct(place).forEach(source -> own.put(source.name(), source));
        if (county.folder() != null) {
            inFolder(county.folder().resolve("processes/rehearsal"), place, own);
        }
        if (folder != null) {
            inFolder(folder.resolve(place), place, own);
        }
        all.addAll(own.values());
        return all;
    }

    private static List<StoryFile.Source> inProduct(String place) {
        try {
            var found = new ArrayList<StoryFile.Source>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + place + "*" + ENDING)) {
                found.add(new StoryFile.Source(place + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void inFolder(Path folder, String shown, Map<String, StoryFile.Source> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING)).sorted().toList()) {
                String name = shown + file.getFileName();
                into.put(name, new StoryFile.Source(name, Files.readString(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
