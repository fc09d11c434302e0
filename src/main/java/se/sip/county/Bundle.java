package se.sip.county;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All diagrams, tables and forms of one county: the national base with the county's own files laid over it.
 *
 * @param files by resource name ({@code forms/kallelse.html}), which is the same wherever the file came from
 * @param bases those of the national base, whether or not the county has its own in their place
 */
public record Bundle(County county, SortedMap<String, File> files, SortedMap<String, File> bases) {

    /** The folders that process owners change, and the only kind of file each may hold. */
    public enum Folder {
        PROCESSES("processes", ".bpmn"),
        DECISIONS("decisions", ".dmn"),
        FORMS("forms", ".html"),
        /** What several forms hold in common; put in where a form names it. */
        PARTS("forms/delar", ".html");

        private final String path;
        private final String suffix;

        Folder(String path, String suffix) {
            this.path = path;
            this.suffix = suffix;
        }

        public String path() {
            return path;
        }

        public String suffix() {
            return suffix;
        }

        /** The folder that a resource name lies in. */
        public static Folder of(String name) {
            return name.startsWith(PARTS.path + "/") ? PARTS : Arrays.stream(values())
                    .filter(folder -> name.startsWith(folder.path + "/")).findFirst().orElseThrow();
        }

        /** The resource name of the folder's file with this id. */
        public String nameOf(String key) {
            return path + "/" + key + suffix;
        }
    }

    /**
     * @param name resource name in the deployment
     * @param origin where the content was found, with the county's folder where it lies there
     * @param identity the same for the same file with the same content, and no other
     */
    public record File(Folder folder, String name, String origin, byte[] content, String identity) {

        public File(Folder folder, String name, String origin, byte[] content) {
            this(folder, name, origin, content, origin + " " + fingerprint(Map.of(name, content)));
        }

        /** The file's name without folder and suffix, which is also the id of what it holds. */
        public String key() {
            return name.substring(folder.path.length() + 1, name.length() - folder.suffix.length());
        }

        /** Whether the county has it as its own, and not from the national base. */
        public boolean isOwn() {
            return !name.equals(origin);
        }

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    public static Bundle of(County county, Collection<File> base, Collection<File> overlay) {
        var files = new TreeMap<String, File>();
        var clauses = new OwnClauses(county);
        base.forEach(file -> files.put(file.name(), clauses.in(file)));
        var bases = new TreeMap<>(files);
        overlay.forEach(file -> files.put(file.name(), file));
        return new Bundle(county, files, bases);
    }

    /** What is published: every form with its parts put in, and nothing but whole files. */
    public SortedMap<String, byte[]> contents() {
        var contents = new TreeMap<String, byte[]>();
        files.forEach((name, file) -> {
            if (file.folder() != Folder.PARTS) {
                contents.put(name, file.folder() == Folder.FORMS
                        ? FormParts.putIn(file, this).getBytes(StandardCharsets.UTF_8) : file.content());
            }
        });
        return contents;
    }

    /** The same set with these files in the place of those of the same names. */
    public Bundle with(Collection<File> own) {
        var all = new TreeMap<>(files);
        own.forEach(file -> all.put(file.name(), file));
        return new Bundle(county, all, bases);
    }

    /**
     * The same set without these of the county's own files, such as {@code decisions/vgr/frister.dmn}; the national
     * base's take their place.
     */
    public Bundle without(Collection<String> origins) {
        var all = new TreeMap<>(files);
        files.values().stream().filter(file -> file.isOwn() && origins.contains(file.origin())).forEach(file -> {
            if (bases.containsKey(file.name())) {
                all.put(file.name(), bases.get(file.name()));
            } else {
                all.remove(file.name());
            }
        });
        return new Bundle(county, all, bases);
    }

    /** The national base's file of the name; null where it has none. */
    public File base(String name) {
        return bases.get(name);
    }

    /** The same for bundles whose files have the same names and whose files in these folders are the same. */
    String surroundings(Folder... folders) {
        var said = new StringBuilder();
        files.values().forEach(file -> said.append(Arrays.asList(folders).contains(file.folder())
                ? file.identity() : file.name()).append('\n'));
        return fingerprint(Map.of("", said.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public boolean holds(String name) {
        return files.containsKey(name);
    }

    /** The same for the same names and contents, so that a file changed, added or removed shows. */
    public String fingerprint() {
        return fingerprint(contents());
    }

    /** The same for the same files as they were sent, faulty ones too. */
    public String filesFingerprint() {
        var contents = new TreeMap<String, byte[]>();
        files.forEach((name, file) -> contents.put(name, file.content()));
        return fingerprint(contents);
    }

    public static String fingerprint(Map<String, byte[]> contents) {
        MessageDigest all = sha256();
        new TreeMap<>(contents).forEach((name, content) -> {
            all.update(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
            all.update(sha256().digest(content));
        });
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
