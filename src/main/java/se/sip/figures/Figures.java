package se.sip.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts a year of some counties. A SIP by local agreement is counted apart and never among those that the law asks for
 * (BOR-12); denied requests are counted by month and unit.
 */
@Service
@Transactional(readOnly = true)
public class Figures {

    /** Of cases whose first plan was made in the year; the newest verdict of a case holds, none is the statutory plan. */
    private static final String PLANS = """
            select count(*) from sip.case_file c where c.county in (:counties) and exists (
                select 1 from sip.plan_version p where p.case_number = c.number and p.version_no = 1
                and p.finalised_at >= :from and p.finalised_at < :to)
            and coalesce((select v.local_agreement from sip.parties_verdict v where v.id = (
                select max(n.id) from sip.parties_verdict n where n.case_number = c.number)), false) = :local""";
    private static final String DENIED = """
            select c.ended_at, u.name from sip.case_file c join sip.unit u on u.id = c.convener_unit
            where c.county in (:counties) and c.end_kind = 'DENIED' and c.ended_at >= :from and c.ended_at < :to
            order by c.ended_at, u.name""";

    private final NamedParameterJdbcTemplate jdbc;

    Figures(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A year.
     *
     * @param statutory plans as the law asks for them (HSL 16:4, SoL 10:8)
     * @param local SIPs by local agreement
     */
    public record Year(int year, long statutory, long local, List<Denied> denied) {
    }

    /** @param month as {@code 2026-03} */
    public record Denied(String month, String unit, long requests) {
    }

    public Year of(Set<String> counties, int year) {
        LocalDate from = LocalDate.of(year, 1, 1);
        if (counties.isEmpty()) {
            return new Year(year, 0, 0, List.of());
        }
        var asked = new HashMap<String, Object>(Map.of("counties", counties, "from",
                from.atStartOfDay(), "to", from.plusYears(1).atStartOfDay()));
        List<Denied> each = jdbc.query(DENIED, asked, (row, n) -> new Denied(
                row.getTimestamp("ended_at").toLocalDateTime().toString().substring(0, 7), row.getString("name"), 1));
        return new Year(year, plans(asked, false), plans(asked, true), each.stream().distinct()
                .map(d -> new Denied(d.month(), d.unit(), each.stream().filter(d::equals).count())).toList());
    }

    private long plans(Map<String, Object> asked, boolean local) {
        var of = new HashMap<>(asked);
        of.put("local", local);
        Long count = jdbc.queryForObject(PLANS, of, Long.class);
        return count == null ? 0 : count;
    }
}
