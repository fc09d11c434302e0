package se.sip.county;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files a process owner sends: one by one by their names alone, or as a zip of the project folder. What is not the
 * county's own is told, because a county changes the national base by a file of the same name in its own folder.
 *
 * @param files the county's own
 * @param faults of files that are of no use
 */
public record UploadedFiles(List<Bundle.File> files, List<BundleFault> faults) {

    private static final String NAME = "[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*";
    private static final int MOST_FILES = 1000;
    private static final int MOST_BYTES = 20_000_000;

    /** One file as it was sent. */
    public record Sent(String name, byte[] content) {
    }

    /** @throws TooMuchException where a zip holds more than a county can have */
    public static UploadedFiles of(County county, List<Sent> sent, Bundle delivered) {
        var files = new ArrayList<Bundle.File>();
        var faults = new ArrayList<BundleFault>();
        for (Sent one : unpacked(sent, faults)) {
            String path = one.name().replace('\\', '/');
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (name.isEmpty() || name.startsWith(".") || name.endsWith(".md") || isStory(path) || isOther(path, county)) {
                continue;
            }
            Optional<Bundle.Folder> folder = folderOf(path, name, delivered);
            Optional<BundleFault> useless = folder.isPresent() ? useless(path, name, one.content())
                    : Optional.of(new BundleFault(path, 0, "", "Filen är av fel sort.",
                            "Skicka .bpmn, .dmn och .html, eller en zip med dem."));
            if (useless.isPresent()) {
                faults.add(useless.get());
                continue;
            }
            var file = new Bundle.File(folder.get(), folder.get().path() + "/" + name,
                    folder.get().path() + "/" + county.id() + "/" + name, one.content());
            if (isOfBase(path)) {
                Bundle.File base = delivered.base(file.name());
                if (base == null || !Arrays.equals(new OwnClauses(county).in(new Bundle.File(file.folder(),
                        file.name(), file.name(), file.content())).content(), base.content())) {
                    faults.add(new BundleFault(path, 0, "", "Filen hör till den nationella basen, som länet inte ändrar.",
                            "Lägg den ändrade filen i länets mapp, " + file.origin() + "."));
                }
            } else {
                files.add(file);
            }
        }
        return new UploadedFiles(files, faults);
    }

    /** What no reader would take for a file of a county, whatever it holds. */
    private static Optional<BundleFault> useless(String path, String name, byte[] content) {
        if (path.contains("../") || path.startsWith("/")) {
            return Optional.of(new BundleFault(path, 0, "", "Sökvägen leder ut ur mappen.", "Packa mappen på nytt."));
        }
        if (!name.matches(NAME)) {
            return Optional.of(new BundleFault(path, 0, "", "Filens namn går inte att använda.",
                    "Använd bokstäverna a–z, siffror, understreck och bindestreck."));
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return Optional.empty();
        } catch (CharacterCodingException other) {
            return Optional.of(new BundleFault(path, 0, "", "Filen är inte skriven i UTF-8.",
                    "Spara den på nytt i Modeler, eller som UTF-8 i din textredigerare."));
        }
    }

    private static List<Sent> unpacked(List<Sent> sent, List<BundleFault> faults) {
        var all = new ArrayList<Sent>();
        long bytes = 0;
        for (Sent one : sent) {
            if (!one.name().endsWith(".zip")) {
                all.add(one);
                continue;
            }
            try (var zip = new ZipInputStream(new ByteArrayInputStream(one.content()))) {
                boolean any = false;
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    any = true;
                    if (!entry.isDirectory()) {
                        byte[] content = zip.readNBytes(MOST_BYTES);
                        bytes += content.length;
                        all.add(new Sent(entry.getName(), content));
                    }
                    if (bytes >= MOST_BYTES || all.size() > MOST_FILES) {
                        throw new TooMuchException();
                    }
                }
                if (!any) {
                    faults.add(unreadable(one));
                }
            } catch (IOException broken) {
                faults.add(unreadable(one));
            }
        }
        return all;
    }

    private static BundleFault unreadable(Sent zip) {
        return new BundleFault(zip.name(), 0, "", "Zip-filen går inte att läsa.", "Packa den på nytt.");
    }

    /** A folder of another county, or one that has nothing to do with this. */
    private static boolean isOther(String path, County county) {
        var place = Pattern.compile("(?:^|/)(?:processes|decisions|forms(?:/delar)?)/([a-z]+)/[^/]+$")
                .matcher(path);
        return place.find() && !place.group(1).equals(county.id()) && !place.group(1).equals("delar");
    }

    /**
     * The files of made-up cases among those that were sent, also in a zip, by the names they have in the project. None of
     * what is too large; {@link #of} says so.
     */
    public static List<Sent> stories(County county, List<Sent> sent) {
        List<Sent> all;
        try {
            all = unpacked(sent, new ArrayList<>());
        } catch (TooMuchException tooMuch) {
            return List.of();
        }
        return all.stream().filter(one -> one.name().endsWith(".yml"))
                .filter(one -> !one.name().contains("/") || one.name().replace('\\', '/')
                        .contains("processes/" + county.id() + "/rehearsal/"))
                .map(one -> new Sent("processes/" + county.id() + "/rehearsal/"
                        + one.name().substring(one.name().lastIndexOf('/') + 1), one.content())).toList();
    }

    /** A file of made-up cases is for the rehearsal, and is not published. */
    static boolean isStory(String path) {
        return path.replace('\\', '/').matches("(?:.*/rehearsal/|rehearsal/)?[^/]+\\.yml");
    }

    private static boolean isOfBase(String path) {
        return path.matches("(?:.*/)?(?:processes|decisions|forms|forms/delar)/[^/]+");
    }

    private static Optional<Bundle.Folder> folderOf(String path, String name, Bundle delivered) {
        if (name.endsWith(".bpmn")) {
            return Optional.of(Bundle.Folder.PROCESSES);
        }
        if (name.endsWith(".dmn")) {
            return Optional.of(Bundle.Folder.DECISIONS);
        }
        if (!name.endsWith(".html")) {
            return Optional.empty();
        }
        boolean part = path.contains("delar/") || !delivered.holds(Bundle.Folder.FORMS.path() + "/" + name)
                && delivered.holds(Bundle.Folder.PARTS.path() + "/" + name);
        return Optional.of(part ? Bundle.Folder.PARTS : Bundle.Folder.FORMS);
    }

    /** A zip that grows out of all measure. */
    public static class TooMuchException extends RuntimeException {
    }
}
