package se.sip.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import se.sip.county.Bundle;
import se.sip.county.County;

/** Keeps the files of candidates, each content once. */
@Repository
class FileStore {

    private final JdbcTemplate jdbc;

    FileStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param delivered the county's own files as the product brings them, by name with a hash */
    void keep(long candidate, Bundle bundle, Map<String, String> delivered) {
        bundle.bases().values().forEach(file -> keep(candidate, file, false));
        bundle.files().values().stream().filter(Bundle.File::isOwn).forEach(file -> keep(candidate, file, true));
        delivered.forEach((name, hash) -> jdbc.update("insert into sip.candidate_delivered (candidate_id, name, hash)"
                + " values (?, ?, ?)", candidate, name, hash));
    }

    private void keep(long candidate, Bundle.File file, boolean own) {
        String hash = hash(file);
        if (jdbc.queryForObject("select count(*) from sip.bundle_content where hash = ?", Integer.class, hash) == 0) {
            jdbc.update("insert into sip.bundle_content (hash, content) values (?, ?)", hash, file.content());
        }
        jdbc.update("insert into sip.candidate_file (candidate_id, name, own, hash) values (?, ?, ?, ?)", candidate,
                file.name(), own, hash);
    }

    Bundle bundle(long candidate, County county) {
        List<Bundle.File> base = new ArrayList<>();
        List<Bundle.File> own = new ArrayList<>();
        jdbc.query("select f.name, f.own, c.content from sip.candidate_file f join sip.bundle_content c on c.hash = f.hash"
                + " where f.candidate_id = ?", row -> {
            String name = row.getString(1);
            boolean isOwn = row.getBoolean(2);
            Bundle.Folder folder = Bundle.Folder.of(name);
            String origin = isOwn ? folder.path() + "/" + county.id() + name.substring(folder.path().length())
                    : name;
            (isOwn ? own : base).add(new Bundle.File(folder, name, origin, row.getBytes(3)));
        }, candidate);
        return Bundle.of(county, base, own);
    }

    /** By name, what a file's content was in the product that came with the candidate. */
    Map<String, String> delivered(long candidate) {
        var delivered = new TreeMap<String, String>();
        jdbc.query("select name, hash from sip.candidate_delivered where candidate_id = ?",
                row -> { delivered.put(row.getString(1), row.getString(2)); }, candidate);
        return delivered;
    }

    /** @param stories the county's own made-up cases, by name */
    void keepStories(long candidate, Map<String, String> stories) {
        stories.forEach((name, text) -> jdbc.update("insert into sip.candidate_story (candidate_id, name, text)"
                + " values (?, ?, ?)", candidate, name, text));
    }

    /** The county's own made-up cases as they were kept with a candidate, by name. */
    Map<String, String> stories(long candidate) {
        var stories = new TreeMap<String, String>();
        jdbc.query("select name, text from sip.candidate_story where candidate_id = ?",
                row -> { stories.put(row.getString(1), row.getString(2)); }, candidate);
        return stories;
    }

    /** A thrown away candidate keeps its row, not its files. */
    void forget(long candidate) {
        jdbc.update("delete from sip.candidate_story where candidate_id = ?", candidate);
        jdbc.update("delete from sip.candidate_file where candidate_id = ?", candidate);
        jdbc.update("delete from sip.candidate_delivered where candidate_id = ?", candidate);
        jdbc.update("delete from sip.bundle_content where hash not in (select hash from sip.candidate_file)");
    }

    static String hash(Bundle.File file) {
        return Bundle.fingerprint(Map.of("", file.content()));
    }
}
