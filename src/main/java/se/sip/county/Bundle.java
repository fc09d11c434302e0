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
record Bundle(County county, SortedMap<String, File> files, SortedMap<String, File> bases) {

    /** The folders that process owners change, and the only kind of file each may hold. */
    enum Folder {
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

        String path() {
            return path;
        }

        String suffix() {
            return suffix;
        }

        /** The resource name of the folder's file with this id. */
        String nameOf(String key) {
            return path + "/" + key + suffix;
        }
    }

    /**
     * @param name resource name in the deployment
     * @param origin where the content was found, with the county's folder where it lies there
     * @param identity the same for the same file with the same content, and no other
     */
    record File(Folder folder, String name, String origin, byte[] content, String identity) {

        File(Folder folder, String name, String origin, byte[] content) {
            this(folder, name, origin, content, origin + " " + fingerprint(Map.of(name, content)));
        }

        /** The file's name without folder and suffix, which is also the id of what it holds. */
        String key() {
            return name.substring(folder.path.length() + 1, name.length() - folder.suffix.length());
        }

        /** Whether the county has it as its own, and not from the national base. */
        boolean isOwn() {
            return !name.equals(origin);
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    static Bundle of(County county, Collection<File> base, Collection<File> overlay) {
        var files = new TreeMap<String, File>();
        var clauses = new OwnClauses(county);
        base.forEach(file -> files.put(file.name(), clauses.in(file)));
        var bases = new TreeMap<>(files);
        overlay.forEach(file -> files.put(file.name(), file));
        return new Bundle(county, files, bases);
    }

    /** What is published: every form with its parts put in, and nothing but whole files. */
    SortedMap<String, byte[]> contents() {
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
    Bundle with(Collection<File> own) {
        var all = new TreeMap<>(files);
        own.forEach(file -> all.put(file.name(), file));
        return new Bundle(county, all, bases);
    }

    /** The national base's file of the name; null where it has none. */
    File base(String name) {
        return bases.get(name);
    }

    /** The same for bundles whose files have the same names and whose files in these folders are the same. */
    String surroundings(Folder... folders) {
        var said = new StringBuilder();
        files.values().forEach(file -> said.append(Arrays.asList(folders).contains(file.folder())
                ? file.identity() : file.name()).append('\n'));
        return fingerprint(Map.of("", said.toString().getBytes(StandardCharsets.UTF_8)));
    }

    boolean holds(String name) {
        return files.containsKey(name);
    }

    /** The same for the same names and contents, so that a file changed, added or removed shows. */
    String fingerprint() {
        return fingerprint(contents());
    }

    static String fingerprint(Map<String, byte[]> contents) {
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
