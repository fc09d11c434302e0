package se.sip.publication;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what has been published. */
@Repository
class PublicationStore {

    private static final String SELECT = "select county, version, candidate_id, deployment_id, author, confirmer, message,"
            + " fingerprint, published_at from sip.publication where county = ?";

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Publication p) {
        jdbc.sql("""
                        insert into sip.publication (county, version, candidate_id, deployment_id, author, confirmer,
                            message, fingerprint, published_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(p.county(), p.version(), p.candidateId(), p.deploymentId(), p.author(), p.confirmer(),
                        p.message(), p.fingerprint(), Timestamp.valueOf(p.publishedAt())).update();
    }

    /** Newest first. */
    List<Publication> of(String county) {
        return jdbc.sql(SELECT + " order by version desc").param(county).query((row, n) -> new Publication(
                row.getString(1), row.getInt(2), row.getLong(3), row.getString(4), row.getString(5), row.getString(6),
                row.getString(7), row.getString(8), row.getTimestamp(9).toLocalDateTime())).list();
    }

    Optional<Publication> running(String county) {
        return of(county).stream().findFirst();
    }
}
