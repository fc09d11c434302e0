package se.sip.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import se.sip.SipApplication;
import se.sip.county.Bundle;

/**
 * Rehearses from a running server, in a process of its own: the clock that the cases move is the whole program's, and
 * nothing of the server's data is near. One at a time, because it takes memory.
 */
@Component
public class RehearsalProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    /**
     * @param running what the county runs
     * @param candidate what it would run; already checked
     * @param own files of made-up cases beside those that lie with the product
     * @throws IllegalStateException where the process did not come to an answer
     */
    public synchronized RehearsalResult rehearse(Bundle running, Bundle candidate, Collection<StoryFile.Source> own) {
        try {
            Path folder = Files.createTempDirectory("sip-repetition");
            try {
                write(running, folder.resolve("fore"));
                write(candidate, folder.resolve("efter"));
                for (StoryFile.Source source : own) {
                    put(folder.resolve("efter"), source.name(), source.text().getBytes(StandardCharsets.UTF_8));
                }
                return run(candidate.county().id(), folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The rehearsal's files cannot be written", failed);
        }
    }

    private static RehearsalResult run(String county, Path folder) throws IOException {
        var command = new ArrayList<>(javaCommand());
        command.addAll(List.of("rehearse", county, folder.resolve("efter").toString(), "--before",
                folder.resolve("fore").toString(), "--checked", "--json"));
        Path said = folder.resolve("svar.json");
        var builder = new ProcessBuilder(command).redirectOutput(said.toFile())
                .redirectError(folder.resolve("fel.txt").toFile());
        // It has a database of its own, and is to know of no other.
        builder.environment().keySet().removeIf(name -> name.startsWith("SIP_DATABASE") || name.startsWith("SIP_OIDC")
                || name.startsWith("SPRING_"));
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The rehearsal took more than " + PATIENCE.toMinutes() + " minutes");
            }
            return RehearsalReport.fromJson(Files.readString(said));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rehearsal was interrupted");
        } catch (IllegalArgumentException noReport) {
            throw new IllegalStateException("The rehearsal ended without a report: "
                    + Files.readString(folder.resolve("fel.txt")), noReport);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Begins a rehearsal in a process beside this one, which tells nothing but its report.
     *
     * @param said where the report comes to stand
     */
    public static Process beside(List<String> arguments, Path said) throws IOException {
        var command = new ArrayList<>(javaCommand());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** As this program itself was started: from its jar, or from classes. */
    private static List<String> javaCommand() {
        boolean fromJar = SipApplication.class.getResource("SipApplication.class").toString().contains("BOOT-INF");
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp",
                System.getProperty("java.class.path"), fromJar ? LAUNCHER : SipApplication.class.getName());
    }

    private static void write(Bundle bundle, Path folder) throws IOException {
        for (Bundle.File file : bundle.bases().values()) {
            put(folder, file.name(), file.content());
        }
        for (Bundle.File file : bundle.files().values()) {
            put(folder, file.origin(), file.content());
        }
    }

    private static void put(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
