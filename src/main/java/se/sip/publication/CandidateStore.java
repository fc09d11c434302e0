package se.sip.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import se.sip.publication.Candidate.Origin;
import se.sip.publication.Candidate.Proposal;
import se.sip.publication.Candidate.State;

/** Keeps candidates; their files are {@link FileStore}'s. */
@Repository
class CandidateStore {

    private static final String COLUMNS = "id, county, origin, over_version, author, note, made_at, fingerprint, errors,"
            + " warnings, state, rehearsed_at, rehearsal_fine, rehearsal, proposed_by, proposed_at, message";

    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param report the check's, as JSON */
    long add(String county, Origin origin, int overVersion, String author, String note, LocalDateTime madeAt,
            String fingerprint, long errors, long warnings, String report, State state) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into sip.candidate (county, origin, over_version, author, note, made_at, fingerprint, errors,
                            warnings, report, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(county, origin.name(), overVersion, author, note, Timestamp.valueOf(madeAt), fingerprint, errors,
                        warnings, report, state.name()).update(key, "id");
        return key.getKey().longValue();
    }

    Optional<Candidate> find(String county, long id) {
        return jdbc.sql("select " + COLUMNS + " from sip.candidate where county = ? and id = ?").params(county, id)
                .query(CandidateStore::candidate).optional();
    }

    /** Those that can still be published, newest first. */
    List<Candidate> waiting(String county) {
        return jdbc.sql("select " + COLUMNS + " from sip.candidate where county = ? and state in ('OPEN', 'PROPOSED')"
                + " order by id desc").param(county).query(CandidateStore::candidate).list();
    }

    /** Whether a release with these files has been offered over the version, even if it was thrown away. */
    boolean isOffered(String county, int overVersion, String fingerprint) {
        return jdbc.sql("select count(*) from sip.candidate where county = ? and origin = 'RELEASE' and over_version = ?"
                + " and fingerprint = ?").params(county, overVersion, fingerprint).query(Long.class).single() > 0;
    }

    String report(long id) {
        return jdbc.sql("select report from sip.candidate where id = ?").param(id).query(String.class).single();
    }

    void state(long id, State state) {
        jdbc.sql("update sip.candidate set state = ? where id = ?").params(state.name(), id).update();
    }

    void proposed(long id, Proposal proposal) {
        jdbc.sql("update sip.candidate set state = 'PROPOSED', proposed_by = ?, proposed_at = ?, message = ? where id = ?")
                .params(proposal.by(), Timestamp.valueOf(proposal.at()), proposal.message(), id).update();
    }

    void rehearsed(long id, Rehearsal rehearsal) {
        jdbc.sql("update sip.candidate set rehearsed_at = ?, rehearsal_fine = ?, rehearsal = ? where id = ?")
                .params(Timestamp.valueOf(rehearsal.at()), rehearsal.fine(), rehearsal.report(), id).update();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        LocalDateTime rehearsedAt = time(row, "rehearsed_at");
        LocalDateTime proposedAt = time(row, "proposed_at");
        return new Candidate(row.getLong("id"), row.getString("county"), Origin.valueOf(row.getString("origin")),
                row.getInt("over_version"), row.getString("author"), row.getString("note"), time(row, "made_at"),
                row.getString("fingerprint"), row.getInt("errors"), row.getInt("warnings"),
                State.valueOf(row.getString("state")), rehearsedAt == null ? null
                        : new Rehearsal(rehearsedAt, row.getBoolean("rehearsal_fine"), row.getString("rehearsal")),
                proposedAt == null ? null
                        : new Proposal(row.getString("proposed_by"), proposedAt, row.getString("message")));
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toLocalDateTime();
    }
}
