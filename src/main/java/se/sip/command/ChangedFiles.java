package se.sip.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.sip.command.CountyCommands.WrongUseException;
import se.sip.county.Bundle;

/** The files of a folder that may be a county's, packed to be sent: a whole project folder, or changed files alone. */
final class ChangedFiles {

    private ChangedFiles() {
    }

    /** @throws WrongUseException where there is no folder, or nothing in it */
    static byte[] zip(Path folder, String county) {
        if (!Files.isDirectory(folder)) {
            throw new WrongUseException("Mappen " + folder + " finns inte.");
        }
        var packed = new ByteArrayOutputStream();
        int files = 0;
        try (var zip = new ZipOutputStream(packed)) {
            boolean project = Stream.of(Bundle.Folder.values()).anyMatch(f -> Files.isDirectory(folder.resolve(f.path())));
            List<Path> places = project ? Stream.concat(Stream.of(Bundle.Folder.values()).flatMap(f -> Stream.of(
                    folder.resolve(f.path()), folder.resolve(f.path()).resolve(county))),
                    Stream.of(folder.resolve("processes/" + county + "/rehearsal"))).toList() : List.of(folder);
            for (Path place : places) {
                for (Path file : filesIn(place)) {
                    zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, zip);
                    zip.closeEntry();
                    files++;
                }
            }
        } catch (IOException unreadable) {
            throw new WrongUseException("Mappen " + folder + " går inte att läsa.");
        }
        if (files == 0) {
            throw new WrongUseException("I mappen " + folder + " finns inga filer som slutar på .bpmn, .dmn, .html eller .yml.");
        }
        return packed.toByteArray();
    }

    private static List<Path> filesIn(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(f -> Files.isRegularFile(f) && f.getFileName().toString().matches("[^.].*\\.(bpmn|dmn|html|yml)"))
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
