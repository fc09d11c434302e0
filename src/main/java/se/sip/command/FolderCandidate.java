package se.sip.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import se.sip.command.CountyCommands.WrongUseException;
import se.sip.county.FaultyBundleException;
import se.sip.county.CountyProperties;
import se.sip.county.CountyCheck;
import se.sip.county.County;
import se.sip.county.BundleReader;
import se.sip.county.BundleFault;
import se.sip.county.Bundle;

/**
 * What a process owner asks about from the command line: a county's set as a folder would make it, beside the set that
 * the product brings.
 *
 * @param bundle null where a folder holds files of a wrong kind
 * @param read which files those are, in Swedish
 * @param unreadable faults of the folder itself
 */
record FolderCandidate(County county, Bundle bundle, Bundle delivered, String read, List<BundleFault> unreadable) {

    private static final String SETTINGS = "application.yml";

    /**
     * @param folder a whole project folder, or one with the county's own files alone, which are laid over the product's;
     *     null for the product's
     * @throws WrongUseException where there is no such county or folder
     */
    static FolderCandidate of(String countyId, Path folder) {
        List<County> known = counties();
        County county = known.stream().filter(c -> c.id().equals(countyId)).findFirst()
                .orElseThrow(() -> new WrongUseException("Det finns inget län ”" + countyId + "”. Länen är "
                        + known.stream().map(County::id).collect(Collectors.joining(", "))
                        + "; ett nytt läggs till under sip.counties i application.yml."));
        Bundle delivered = new BundleReader(BundleReader.PRODUCT).read(county);
        if (folder == null) {
            return new FolderCandidate(county, delivered, delivered, delivered.files().size() + " filer ur produkten", List.of());
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongUseException("Mappen " + folder + " finns inte.");
        }
        var reader = new BundleReader("file:" + folder.toAbsolutePath().normalize() + "/");
        try {
            boolean whole = Stream.of(Bundle.Folder.values()).anyMatch(kind -> holdsFiles(folder.resolve(kind.path()),
                    kind));
            Bundle own = reader.read(county.withoutFolder());
            if (own.files().isEmpty() && !Files.isDirectory(folder.resolve("processes/" + county.id() + "/rehearsal"))) {
                throw new WrongUseException("I mappen " + folder + " finns varken processes/, decisions/ eller forms/, och"
                        + " ingen fil för " + county.id() + " i dem.");
            }
            return whole ? new FolderCandidate(county, own, delivered, own.files().size() + " filer ur " + folder, List.of())
                    : new FolderCandidate(county, delivered.with(own.files().values()), delivered, own.files().size()
                            + " filer ur " + folder + ", lagda över produktens", List.of());
        } catch (FaultyBundleException faulty) {
            return new FolderCandidate(county, null, delivered, "filer ur " + folder, faulty.faults());
        }
    }

    List<BundleFault> check(CountyCheck check) {
        return bundle == null ? unreadable : check.check(bundle, delivered);
    }

    private static boolean holdsFiles(Path folder, Bundle.Folder kind) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(kind.suffix()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As the server would read them: the settings beside the jar go before those in it. */
    private static List<County> counties() {
        var environment = new StandardEnvironment();
        for (Resource settings : List.of(new FileSystemResource("config/" + SETTINGS), new FileSystemResource(SETTINGS),
                new ClassPathResource(SETTINGS))) {
            if (settings.exists()) {
                try {
                    for (PropertySource<?> read : new YamlPropertySourceLoader().load(settings.getDescription(), settings)) {
                        environment.getPropertySources().addLast(read);
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return Binder.get(environment).bind("sip", CountyProperties.class).get().counties();
    }
}
