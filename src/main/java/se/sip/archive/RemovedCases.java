package se.sip.archive;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import se.sip.audit.AuditKey;
import se.sip.audit.FormerCases;

/** Remembers that there was a case, without saying whose, so that the log of it can be found for the person. */
@Component
class RemovedCases implements FormerCases {

    private static final int SHOWN = 100;
    private static final String SELECT = "select number, county, person_key, restricted, ended_at, removed_at, removed_by"
            + " from sip.removed_case where ";

    private final JdbcTemplate jdbc;
    private final AuditKey key;

    RemovedCases(JdbcTemplate jdbc, AuditKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    void add(RemovedCase gone) {
        jdbc.update("insert into sip.removed_case (number, county, person_key, restricted, ended_at, removed_at, removed_by)"
                + " values (?, ?, ?, ?, ?, ?, ?)", gone.number(), gone.county(), gone.personKey(), gone.restricted(),
                Timestamp.valueOf(gone.endedAt()), Timestamp.valueOf(gone.removedAt()), gone.removedBy());
    }

    String keyOf(String county, String idNumber) {
        return key.seal("person|" + county + "|" + idNumber);
    }

    /** The latest of the counties. */
    List<RemovedCase> latest(Collection<String> counties) {
        return counties.isEmpty() ? List.of() : new NamedParameterJdbcTemplate(jdbc).query(SELECT
                + "county in (:counties) order by removed_at desc, number desc fetch first " + SHOWN + " rows only",
                java.util.Map.of("counties", counties), (row, n) -> new RemovedCase(row.getString(1), row.getString(2),
                        row.getString(3), row.getBoolean(4), row.getTimestamp(5).toLocalDateTime(),
                        row.getTimestamp(6).toLocalDateTime(), row.getString(7)));
    }

    @Override
    public List<String> of(String county, String idNumber) {
        return jdbc.queryForList("select number from sip.removed_case where person_key = ? order by number desc",
                String.class, keyOf(county, idNumber));
    }

    @Override
    public Optional<Former> find(String caseNumber) {
        return jdbc.query("select number, county, restricted from sip.removed_case where number = ?",
                (row, n) -> new Former(row.getString(1), row.getString(2), row.getBoolean(3)), caseNumber).stream()
                .findFirst();
    }
}
