package se.sip.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a year in the database, by county, unit, quarter and what is counted: a row for each that is not nought. */
@Component
class Counts {

    /** Codes and reasons for closing are counted by name, besides what {@link Measure} names. */
    static final String CODE = "KVA:";
    static final String END = "END:";

    private static final String COUNT = """
            with met as (
                select c.county, c.convener_unit as unit, c.discovered_on, c.meeting_due, m.held_at
                  from (select m.case_number, min(coalesce(m.held_from, m.starts_at)) as held_at from sip.meeting m
                         where m.status = 'HELD' and m.occasion = 'PLANNING' group by m.case_number) m
                  join sip.case_file c on c.number = m.case_number
                 where c.county in (:counties) and c.audience <> 'DISCHARGE' and m.held_at >= :from and m.held_at < :to),
            happened as (
                select c.county, c.convener_unit as unit, cast(c.opened_on as timestamp) as moment, 'STARTED' as what
                  from sip.case_file c where c.county in (:counties) and c.opened_on >= :from and c.opened_on < :to
                union all select county, unit, held_at, 'MET' from met
                union all select county, unit, held_at,
                       case when cast(held_at as date) <= meeting_due then 'IN_TIME' else 'NOT_IN_TIME' end
                  from met where meeting_due is not null
                union all select c.county, c.convener_unit, l.noted_at, 'PASSED' from sip.late_meeting l
                  join sip.case_file c on c.number = l.case_number
                 where c.county in (:counties) and l.noted_at >= :from and l.noted_at < :to
                union all select c.county, c.convener_unit, l.noted_at,
                       case when l.reason is null then 'NO_REASON' else 'REASON_GIVEN' end from sip.late_meeting l
                  join sip.case_file c on c.number = l.case_number
                 where c.county in (:counties) and l.noted_at >= :from and l.noted_at < :to
                union all select c.county, c.convener_unit, p.finalised_at,
                       case when coalesce((select v.local_agreement from sip.parties_verdict v where v.id = (
                            select max(n.id) from sip.parties_verdict n where n.case_number = c.number)), false)
                            then 'LOCAL' else 'STATUTORY' end
                  from sip.plan_version p join sip.case_file c on c.number = p.case_number
                 where c.county in (:counties) and p.version_no = 1 and p.finalised_at >= :from and p.finalised_at < :to
                union all select c.county, c.convener_unit, c.ended_at, 'END:' || c.end_kind from sip.case_file c
                 where c.county in (:counties) and c.ended_at >= :from and c.ended_at < :to
                union all select c.county, c.convener_unit, f.noted_at, 'FOLLOWED_UP' from sip.follow_up f
                  join sip.case_file c on c.number = f.case_number
                 where c.county in (:counties) and f.noted_at >= :from and f.noted_at < :to
                union all select c.county, k.unit_id, k.registered_at, 'KVA:' || k.code from sip.kva_code k
                  join sip.case_file c on c.number = k.case_number
                 where c.county in (:counties) and k.registered_at >= :from and k.registered_at < :to
                union all select c.county, c.convener_unit, s.saved_at, 'EXCEPTIONS' from sip.consent s
                  join sip.case_file c on c.number = s.case_number
                 where c.county in (:counties) and s.saved_at >= :from and s.saved_at < :to
                   and (s.ground <> 'NONE' or s.obstacle <> 'NONE' or exists (select 1 from sip.consent_answer a
                        where a.consent_id = s.id and a.hindered_reason is not null))
                union all select c.county, c.convener_unit, e.taken_at, 'EXCEPTIONS' from sip.emergency_access e
                  join sip.case_file c on c.number = e.case_number
                 where c.county in (:counties) and e.taken_at >= :from and e.taken_at < :to
                union all select c.county, u.id, coalesce(m.held_from, m.starts_at), 'ABSENT' from sip.meeting m
                  join sip.meeting_attendance a on a.meeting = m.id and not a.present
                  join sip.participant p on p.case_number = m.case_number and p.duty = 'CALLED' and p.unit_id is not null
                   and a.party = p.unit_id
                  join sip.unit u on u.id = p.unit_id
                  join sip.case_file c on c.number = m.case_number
                 where c.county in (:counties) and m.status = 'HELD' and coalesce(m.held_from, m.starts_at) >= :from
                   and coalesce(m.held_from, m.starts_at) < :to
                union all select c.county, c.convener_unit, r.broken_at, 'LATE_CALL' from sip.ready_notice r
                  join sip.case_file c on c.number = r.case_number
                 where c.county in (:counties) and r.broken_at >= :from and r.broken_at < :to)
            select county, unit, what, cast(extract(quarter from moment) as int) as quarter, count(*) as number_of
              from happened group by county, unit, what, cast(extract(quarter from moment) as int)""";

    private static final String DAYS = """
            select c.convener_unit as unit, count(*) as number_of, percentile_cont(0.5) within group (order by
                   cast((extract(epoch from cast(cast(m.held_at as date) as timestamp))
                       - extract(epoch from cast(c.discovered_on as timestamp))) / 86400 as double precision)) as median,
                   percentile_cont(0.9) within group (order by
                   cast((extract(epoch from cast(cast(m.held_at as date) as timestamp))
                       - extract(epoch from cast(c.discovered_on as timestamp))) / 86400 as double precision)) as ninetieth
              from (select m.case_number, min(coalesce(m.held_from, m.starts_at)) as held_at from sip.meeting m
                     where m.status = 'HELD' and m.occasion = 'PLANNING' group by m.case_number) m
              join sip.case_file c on c.number = m.case_number
             where c.county = :county and c.audience <> 'DISCHARGE' and m.held_at >= :from and m.held_at < :to""";

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Count(String county, String unit, String what, int quarter, long number) {
    }

    /** @param unit null for the whole county */
    record Days(String unit, long meetings, Double median, Double ninetieth) {
    }

    List<Count> of(Collection<String> counties, int year) {
        var whole = new Period(year, 0);
        return jdbc.sql(COUNT).param("counties", counties).param("from", whole.from().atStartOfDay())
                .param("to", whole.to().atStartOfDay())
                .query((row, n) -> new Count(row.getString("county"), row.getString("unit"), row.getString("what"),
                        row.getInt("quarter"), row.getLong("number_of")))
                .list();
    }

    /** Days from the need to the first meeting: of each unit, and of all together. */
    List<Days> days(String county, Period period) {
        Map<String, Object> asked = Map.of("county", county, "from", period.from().atStartOfDay(), "to",
                period.to().atStartOfDay());
        var all = new java.util.ArrayList<>(jdbc.sql(DAYS + " group by c.convener_unit").params(asked)
                .query((row, n) -> days(row)).list());
        all.addAll(jdbc.sql(DAYS.replace("c.convener_unit as unit", "cast(null as varchar(80)) as unit")).params(asked)
                .query((row, n) -> days(row)).list());
        return all;
    }

    private static Days days(java.sql.ResultSet row) throws java.sql.SQLException {
        Number median = (Number) row.getObject("median");
        Number ninetieth = (Number) row.getObject("ninetieth");
        return new Days(row.getString("unit"), row.getLong("number_of"), median == null ? null : median.doubleValue(),
                ninetieth == null ? null : ninetieth.doubleValue());
    }
}
