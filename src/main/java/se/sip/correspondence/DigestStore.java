package se.sip.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which units have chosen a daily digest, and which digests have gone out. */
@Component
class DigestStore {

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isChosen(String unitId) {
        return jdbc.sql("select count(*) from sip.unit_digest where unit_id = :unit").param("unit", unitId)
                .query(Integer.class).single() > 0;
    }

    void choose(String unitId, LocalDateTime at, String by) {
        if (!isChosen(unitId)) {
            jdbc.sql("insert into sip.unit_digest (unit_id, chosen_at, chosen_by) values (:unit, :at, :by)")
                    .param("unit", unitId).param("at", at).param("by", by).update();
        }
    }

    void giveUp(String unitId) {
        jdbc.sql("delete from sip.unit_digest where unit_id = :unit").param("unit", unitId).update();
    }

    /** Units of the county that have chosen it. */
    List<String> chosenIn(String county) {
        return jdbc.sql("""
                        select d.unit_id from sip.unit_digest d join sip.unit u on u.id = d.unit_id
                         where u.county = :county order by d.unit_id""")
                .param("county", county).query(String.class).list();
    }

    /** What became of the day's digest; empty where it is not tried, or was certainly not sent. */
    Optional<String> outcome(String unitId, LocalDate day) {
        return jdbc.sql("""
                        select coalesce(outcome, 'UNCLEAR') from sip.digest_attempt
                         where unit_id = :unit and digest_day = :day""")
                .param("unit", unitId).param("day", day).query(String.class).optional()
                .filter(o -> !o.equals(Attempt.Outcome.FAILED.name()));
    }

    void begin(String unitId, LocalDate day, LocalDateTime at) {
        jdbc.sql("delete from sip.digest_attempt where unit_id = :unit and digest_day = :day and outcome = 'FAILED'")
                .param("unit", unitId).param("day", day).update();
        jdbc.sql("insert into sip.digest_attempt (unit_id, digest_day, attempted_at) values (:unit, :day, :at)")
                .param("unit", unitId).param("day", day).param("at", at).update();
    }

    void end(String unitId, LocalDate day, Attempt.Outcome outcome) {
        jdbc.sql("update sip.digest_attempt set outcome = :outcome where unit_id = :unit and digest_day = :day")
                .param("outcome", outcome.name()).param("unit", unitId).param("day", day).update();
    }

    /** Messages left to the digest since a day began. */
    int leftSince(String unitId, LocalDateTime since) {
        return jdbc.sql("""
                        select count(*) from sip.delivery where addressee_kind = 'UNIT' and addressee_key = :unit
                         and status = 'IN_DIGEST' and created_at >= :since""")
                .param("unit", unitId).param("since", since).query(Integer.class).single();
    }
}
