package se.sip.publication;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.sip.publication.RehearsalProgress.State;

/** Which rehearsals go on, over all nodes. Whether one is there is judged by the database's clock alone. */
@Repository
class RehearsalRunStore {

    /** Several times as long as a run is silent while all is well. */
    private static final String SEEN = "seen_at > localtimestamp - interval '30' second";

    private final JdbcClient jdbc;

    RehearsalRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where one goes on already */
    boolean begin(long candidate, String by, LocalDateTime at) {
        int again = jdbc.sql("update sip.rehearsal_run set state = 'GOING', started_by = ?, started_at = ?,"
                        + " seen_at = localtimestamp where candidate_id = ? and not (state = 'GOING' and " + SEEN + ")")
                .params(by, Timestamp.valueOf(at), candidate).update();
        if (again == 1) {
            return true;
        }
        try {
            return jdbc.sql("insert into sip.rehearsal_run (candidate_id, state, started_by, started_at, seen_at)"
                            + " select ?, 'GOING', ?, ?, localtimestamp where not exists"
                            + " (select 1 from sip.rehearsal_run where candidate_id = ?)")
                    .params(candidate, by, Timestamp.valueOf(at), candidate).update() == 1;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    void seen(long candidate) {
        jdbc.sql("update sip.rehearsal_run set seen_at = localtimestamp where candidate_id = ?").param(candidate).update();
    }

    /** It ended without an answer. @param state {@code FAILED} or {@code STOPPED} */
    void ended(long candidate, State state) {
        jdbc.sql("update sip.rehearsal_run set state = ? where candidate_id = ?").params(state.name(), candidate).update();
    }

    /** It ended with an answer, which stands with the candidate. */
    void done(long candidate) {
        jdbc.sql("delete from sip.rehearsal_run where candidate_id = ?").param(candidate).update();
    }

    /** Empty where none was begun, or the last one is done. */
    Optional<RehearsalProgress> of(long candidate) {
        return jdbc.sql("select state, started_at, case when " + SEEN + " then 1 else 0 end from sip.rehearsal_run"
                + " where candidate_id = ?").param(candidate).query((row, n) -> {
                    State state = State.valueOf(row.getString(1));
                    return new RehearsalProgress(state == State.GOING && row.getInt(3) == 0 ? State.STOPPED : state,
                            row.getTimestamp(2).toLocalDateTime(), false);
                }).optional();
    }
}
