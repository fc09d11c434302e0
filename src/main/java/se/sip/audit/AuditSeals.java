package se.sip.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals the log each night: where every chain stood that had grown is written down and bound to the seal before with a
 * key that is not in the database. Each seal also goes to the application's log, which is kept elsewhere.
 */
@Component
class AuditSeals {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSeals.class);
    private static final int FIRST_LOCK = 0;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final AuditKey key;

    AuditSeals(JdbcTemplate jdbc, Clock clock, AuditKey key) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.key = key;
    }

    /** @param id from 1, without gaps */
    record Seal(long id, LocalDateTime madeAt, long entries, String digest, String mac) {
    }

    /** Where a chain stood when it was sealed. */
    record Head(String chain, long seq, String hash) {
    }

    /** Nothing where no chain has grown since the last seal. */
    @Scheduled(cron = "${sip.audit.seal-at}")
    @Transactional
    public void seal() {
        jdbc.queryForObject("select id from sip.audit_lock where id = ? for update", Integer.class, FIRST_LOCK);
        List<Head> grown = jdbc.query("""
                select e.chain, e.seq, e.hash from sip.audit_entry e
                 where e.seq = (select max(l.seq) from sip.audit_entry l where l.chain = e.chain)
                   and e.seq > coalesce((select max(h.seq) from sip.audit_seal_head h where h.chain = e.chain), 0)
                 order by e.chain""", (row, n) -> new Head(row.getString(1), row.getLong(2), row.getString(3)));
        if (grown.isEmpty()) {
            return;
        }
        List<Seal> before = all();
        Seal last = before.isEmpty() ? null : before.get(before.size() - 1);
        long id = last == null ? 1 : last.id() + 1;
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        long entries = jdbc.queryForObject("select count(*) from sip.audit_entry", Long.class);
        String digest = digest(grown);
        Seal made = new Seal(id, now, entries, digest, mac(id, now, entries, digest, last == null ? AuditChains.START
                : last.mac()));
        jdbc.update("insert into sip.audit_seal (id, made_at, entries, digest, mac) values (?, ?, ?, ?, ?)", made.id(),
                Timestamp.valueOf(made.madeAt()), made.entries(), made.digest(), made.mac());
        jdbc.batchUpdate("insert into sip.audit_seal_head (seal_id, chain, seq, hash) values (?, ?, ?, ?)",
                grown.stream().map(h -> new Object[] {id, h.chain(), h.seq(), h.hash()}).toList());
        LOG.info("Audit log sealed: seal {} over {} rows, {}", made.id(), made.entries(), made.mac());
    }

    /** Oldest first. */
    List<Seal> all() {
        return jdbc.query("select id, made_at, entries, digest, mac from sip.audit_seal order by id",
                (row, n) -> new Seal(row.getLong(1), row.getTimestamp(2).toLocalDateTime(), row.getLong(3),
                        row.getString(4), row.getString(5)));
    }

    List<Head> headsOf(long seal) {
        return jdbc.query("select chain, seq, hash from sip.audit_seal_head where seal_id = ? order by chain",
                (row, n) -> new Head(row.getString(1), row.getLong(2), row.getString(3)), seal);
    }

    /** Where the chain stood at each seal. */
    List<Head> headsOf(String chain) {
        return jdbc.query("select chain, seq, hash from sip.audit_seal_head where chain = ? order by seq",
                (row, n) -> new Head(row.getString(1), row.getLong(2), row.getString(3)), chain);
    }

    static String digest(List<Head> heads) {
        var text = new StringBuilder();
        heads.stream().sorted(java.util.Comparator.comparing(Head::chain)).forEach(h -> text.append(h.chain())
                .append('|').append(h.seq()).append('|').append(h.hash()).append('\n'));
        return AuditEntry.sha256(text.toString());
    }

    String mac(long id, LocalDateTime at, long entries, String digest, String before) {
        return key.seal(String.join("|", String.valueOf(id), at.toString(), String.valueOf(entries), digest, before));
    }
}
