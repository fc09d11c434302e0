package se.sip.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;

/** Adds rows to the chains and reads them. There is no way to change a row. */
@Component
class AuditChains {

    /** The chain of what belongs to no case. */
    static final String NO_CASE = "-";
    /** In place of a row before the first. */
    static final String START = "0".repeat(64);

    private static final int LOCKS = 64;
    private static final int LONGEST_DETAIL = 2000;
    private static final String COLUMNS = "chain, seq, county, happened_at, actor, actor_unit, action, subject, detail,"
            + " occasion, reason, previous_hash, hash";

    private final JdbcTemplate jdbc;
    private final StaffDirectory staff;
    private final Clock clock;

    AuditChains(JdbcTemplate jdbc, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /** In the transaction that is open, so that what is noted and what was done stand or fall together; else in one of its own. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void append(Collection<AuditLine> lines) {
        var byChain = new LinkedHashMap<String, List<AuditLine>>();
        lines.forEach(line -> byChain.computeIfAbsent(line.chain(), c -> new ArrayList<>()).add(line));
        // Always in the same order, so that two who add to several chains never wait for each other.
        var locks = new TreeSet<Integer>();
        byChain.keySet().forEach(chain -> locks.add(Math.floorMod(chain.hashCode(), LOCKS)));
        locks.forEach(lock -> jdbc.queryForObject("select id from sip.audit_lock where id = ? for update",
                Integer.class, lock));
        var who = staff.current();
        var rows = new ArrayList<Object[]>();
        byChain.forEach((chain, ofChain) -> append(chain, ofChain, who, rows));
        jdbc.batchUpdate("insert into sip.audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void append(String chain, List<AuditLine> lines, Optional<StaffMember> who, List<Object[]> rows) {
        Head head = jdbc.query("select seq, hash from sip.audit_entry where chain = ? order by seq desc"
                + " fetch first 1 rows only", (row, n) -> new Head(row.getLong(1), row.getString(2)), chain).stream()
                .findFirst().orElse(new Head(0, START));
        Place place = place(chain, who);
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        for (AuditLine line : lines) {
            var open = new AuditEntry(chain, head.seq() + 1, place.county(), now,
                    who.map(StaffMember::userId).orElse("systemet"), place.unit(), line.action(), line.subject(),
                    shortened(line.detail()), line.occasion(), line.reason(), head.hash(), null);
            String hash = open.rightHash();
            rows.add(new Object[] {open.chain(), open.seq(), open.county(), Timestamp.valueOf(open.at()),
                open.actor(), open.unit(), open.action().name(), open.subject().name(), open.detail(),
                open.occasion().name(), open.reason(), open.previous(), hash});
            head = new Head(open.seq(), hash);
        }
    }

    /** The unit somebody acts for: the convening one if it is theirs, else one that the case was disclosed to. */
    private Place place(String chain, Optional<StaffMember> who) {
        List<String> own = who.map(w -> List.copyOf(w.units())).orElse(List.of());
        String first = own.isEmpty() ? null : own.get(0);
        String county = who.flatMap(w -> w.counties().stream().findFirst()).orElse(null);
        if (chain.equals(NO_CASE)) {
            return new Place(county, first);
        }
        Map<String, String> units = new LinkedHashMap<>();
        jdbc.query("select county, convener_unit from sip.case_file where number = ?", row -> {
            units.put("county", row.getString(1));
            units.put("convener", row.getString(2));
        }, chain);
        String unit = first;
        if (units.containsKey("convener") && own.contains(units.get("convener"))) {
            unit = units.get("convener");
        } else if (own.size() > 1) {
            unit = jdbc.queryForList("select unit_id from sip.disclosure where case_number = ? and closed_at is null"
                    + " order by id", String.class, chain).stream().filter(own::contains).findFirst().orElse(first);
        }
        return new Place(units.getOrDefault("county", county), unit);
    }

    /** All rows of a chain, in order. */
    List<AuditEntry> of(String chain) {
        return jdbc.query("select " + COLUMNS + " from sip.audit_entry where chain = ? order by seq", AuditChains::entry,
                chain);
    }

    /** Newest first. @param where on columns of the table, with {@code ?} for each of the parameters */
    List<AuditEntry> find(String where, List<Object> parameters, int most) {
        var all = new ArrayList<>(parameters);
        all.add(most);
        return jdbc.query("select " + COLUMNS + " from sip.audit_entry where " + where
                + " order by happened_at desc, id desc fetch first ? rows only", AuditChains::entry, all.toArray());
    }

    /** Which of the cases a user has been noted to see in a list since the moment. */
    List<String> listedSince(String user, LocalDateTime since) {
        return jdbc.queryForList("select distinct chain from sip.audit_entry where actor = ? and happened_at >= ?"
                + " and action = 'LISTED'", String.class, user, Timestamp.valueOf(since));
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(row.getString("chain"), row.getLong("seq"), row.getString("county"),
                row.getTimestamp("happened_at").toLocalDateTime(), row.getString("actor"), row.getString("actor_unit"),
                AuditAction.valueOf(row.getString("action")), AuditSubject.valueOf(row.getString("subject")),
                row.getString("detail"), Occasion.valueOf(row.getString("occasion")), row.getString("reason"),
                row.getString("previous_hash"), row.getString("hash"));
    }

    private static String shortened(String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private record Head(long seq, String hash) {
    }

    private record Place(String county, String unit) {
    }
}
