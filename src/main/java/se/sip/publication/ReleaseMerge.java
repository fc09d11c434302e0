package se.sip.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import se.sip.county.Bundle;

/**
 * A county's set as a new release would make it. The national base follows the release. Of the county's own files those
 * that it has changed, added or taken away itself stay so; the others follow the release.
 *
 * @param bundle the set
 * @param kept origins of files that both the county and the release have changed; the county's stays
 */
record ReleaseMerge(Bundle bundle, List<String> kept) {

    /**
     * @param delivered what the release brings
     * @param running what the county runs
     * @param before the county's own files as the product brought them to what runs, by name with a hash
     */
    static ReleaseMerge of(Bundle delivered, Bundle running, Map<String, String> before) {
        var brought = own(delivered);
        var current = own(running);
        var names = new TreeSet<>(brought.keySet());
        names.addAll(current.keySet());
        names.addAll(before.keySet());
        var own = new ArrayList<Bundle.File>();
        var kept = new ArrayList<String>();
        for (String name : names) {
            String now = hash(current.get(name));
            String then = before.get(name);
            String next = hash(brought.get(name));
            boolean changedHere = !Objects.equals(now, then);
            Bundle.File chosen = changedHere ? current.get(name) : brought.get(name);
            if (chosen != null) {
                own.add(chosen);
            }
            if (changedHere && !Objects.equals(next, then) && !Objects.equals(next, now)) {
                kept.add(brought.containsKey(name) ? brought.get(name).origin() : name);
            }
        }
        return new ReleaseMerge(Bundle.of(delivered.county(), delivered.bases().values(), own), kept);
    }

    /** The county's own files by name with a hash. */
    static Map<String, String> hashes(Bundle bundle) {
        var hashes = new TreeMap<String, String>();
        own(bundle).forEach((name, file) -> hashes.put(name, hash(file)));
        return hashes;
    }

    private static Map<String, Bundle.File> own(Bundle bundle) {
        var own = new HashMap<String, Bundle.File>();
        bundle.files().values().stream().filter(Bundle.File::isOwn).forEach(file -> own.put(file.name(), file));
        return own;
    }

    private static String hash(Bundle.File file) {
        return file == null ? null : FileStore.hash(file);
    }
}
