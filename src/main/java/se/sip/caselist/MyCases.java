package se.sip.caselist;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.casefile.CaseStatus;
import se.sip.casefile.EndKind;
import se.sip.casefile.Protection;
import se.sip.engine.CaseTasks;
import se.sip.engine.CaseTasks.CaseTask;
import se.sip.unit.Unit;

/**
 * The list of cases in two questions to the database, however many cases there are: which cases, with their next date,
 * and what those on the page wait for. Who may see a case is what {@link CaseOverviews} says; the question here narrows
 * it down for speed.
 */
@Component
class MyCases {

    /** What one may at most see: convened by one's units or those one manages, or disclosed to one's units. */
    private static final String CONVENED = "c.convener_unit in (:convening)";
    private static final String TAKES_PART = """
            exists (select 1 from sip.disclosure d
                     where d.case_number = c.number and d.unit_id in (:units) and d.closed_at is null)""";
    private static final String OUR_TASK = """
            exists (select 1 from act_ru_execution e
                      join act_ru_task t on t.proc_inst_id_ = e.id_
                      join act_ru_identitylink l on l.task_id_ = t.id_
                     where e.business_key_ = c.number and l.group_id_ in (:convening))""";
    private static final String ANY_TASK = """
            exists (select 1 from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                     where e.business_key_ = c.number)""";
    /** Databases differ in what the least of some days is when one is missing: a day beyond all stands in for it. */
    private static final String SELECT = """
            select c.number, c.status, c.phase, c.discovered_on, c.meeting_due, c.end_kind, c.previous_number,
                   p.given_name, p.family_name, p.birth_date, p.protection,
                   (select u.name from sip.unit u where u.id = c.convener_unit) as convener,
                   case when c.status = 'OPEN' then nullif(least(
                       coalesce((select min(cast(t.due_date_ as date)) from act_ru_execution e
                          join act_ru_task t on t.proc_inst_id_ = e.id_ where e.business_key_ = c.number), date '9999-12-31'),
                       coalesce((select min(cast(m.starts_at as date)) from sip.meeting m
                         where m.case_number = c.number and m.status = 'BOOKED'), date '9999-12-31'),
                       coalesce((select min(v.follow_up_on) from sip.plan_version v
                         where v.case_number = c.number and v.status in ('CURRENT', 'RESTING')),
                                date '9999-12-31')), date '9999-12-31') end as next_on,
                   case when c.status = 'OPEN'
                             and exists (select 1 from sip.late_meeting l where l.case_number = c.number)
                             and not exists (select 1 from sip.meeting m
                                              where m.case_number = c.number and m.status = 'HELD')
                        then 1 else 0 end as late
              from sip.case_file c
              join sip.person p on p.id = c.person_id
             where c.county in (:counties) and\s""";

    private final JdbcClient jdbc;
    private final CaseOverviews overviews;
    private final CaseFiles cases;
    private final CaseTasks tasks;

    MyCases(JdbcClient jdbc, CaseOverviews overviews, CaseFiles cases, CaseTasks tasks) {
        this.jdbc = jdbc;
        this.overviews = overviews;
        this.cases = cases;
        this.tasks = tasks;
    }

    /**
     * One page of the list: running cases first, the one with the nearest date first.
     *
     * @param total how many there are on all pages
     */
    record Page(List<CaseOverview> rows, int total) {
    }

    /** @param page the first is 0 */
    Page list(StaffMember staff, CaseFilter filter, int page, int size) {
        String where = where(filter);
        Map<String, Object> parameters = parameters(staff, filter);
        Set<String> hidden = hidden(staff, where, parameters);
        if (!hidden.isEmpty()) {
            where += " and c.number not in (:hidden)";
            parameters.put("hidden", hidden);
        }
        int total = jdbc.sql("select count(*) from sip.case_file c join sip.person p on p.id = c.person_id"
                        + " where c.county in (:counties) and " + where)
                .params(parameters).query(Integer.class).single();
        parameters.put("size", size);
        parameters.put("skip", page * size);
        List<CaseOverview> rows = total == 0 ? List.of()
                : jdbc.sql(SELECT + where + " order by case when c.status = 'OPEN' then 0 else 1 end, next_on nulls last,"
                                + " c.number desc offset :skip rows fetch next :size rows only")
                        .params(parameters).query((row, number) -> overview(row)).list();
        return new Page(withTasks(rows), total);
    }

    /** Persons with a protected identity, or a guardian who has one, are few, and who may see their cases is not a question for the database. */
    private Set<String> hidden(StaffMember staff, String where, Map<String, Object> parameters) {
        return jdbc.sql("select c.number from sip.case_file c join sip.person p on p.id = c.person_id"
                        + " where c.county in (:counties) and (p.protection <> 'NONE' or exists (select 1 from sip.guardian g"
                        + " where g.person_id = p.id and g.protection <> 'NONE')) and " + where)
                .params(parameters).query(String.class).list().stream()
                .filter(n -> cases.find(n).filter(c -> overviews.mayRead(staff, c)).isEmpty())
                .collect(Collectors.toSet());
    }

    private static String where(CaseFilter filter) {
        var where = new StringBuilder(filter.share() == null ? "(" + CONVENED + " or " + TAKES_PART + ")"
                : filter.share() == CaseFilter.Share.CONVENED ? CONVENED : "not " + CONVENED + " and " + TAKES_PART);
        if (filter.open() != null) {
            where.append(" and c.status = :status");
        }
        if (filter.phase() != null) {
            where.append(" and c.phase = :phase");
        }
        if (filter.waitsFor() != null) {
            where.append(" and ").append(filter.waitsFor() == CaseFilter.WaitsFor.US ? OUR_TASK
                    : ANY_TASK + " and not " + OUR_TASK);
        }
        if (filter.name() != null) {
            where.append(" and p.protection = 'NONE' and lower(p.given_name || ' ' || p.family_name) like :name");
        }
        if (filter.idNumber() != null) {
            where.append(" and p.id_number = :idNumber");
        }
        return where.toString();
    }

    private static Map<String, Object> parameters(StaffMember staff, CaseFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("counties", orNone(staff.counties()));
        parameters.put("convening", orNone(CaseOverviews.conveningUnits(staff)));
        parameters.put("units", orNone(staff.units()));
        parameters.put("status", (filter.open() == null || filter.open() ? CaseStatus.OPEN : CaseStatus.CLOSED).name());
        parameters.put("phase", filter.phase() == null ? "" : filter.phase().name());
        parameters.put("name", filter.name() == null ? "" : "%" + escaped(filter.name()) + "%");
        parameters.put("idNumber", filter.idNumber() == null ? "" : filter.idNumber());
        return parameters;
    }

    private static String escaped(String name) {
        return name.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A list in a question may not be empty; no unit and no county has an empty key. */
    private static Collection<String> orNone(Collection<String> keys) {
        return keys.isEmpty() ? List.of("") : keys;
    }

    private static CaseOverview overview(ResultSet row) throws SQLException {
        boolean open = CaseStatus.valueOf(row.getString("status")) == CaseStatus.OPEN;
        String end = row.getString("end_kind");
        boolean isProtected = Protection.valueOf(row.getString("protection")) != Protection.NONE;
        return new CaseOverview(row.getString("number"),
                isProtected ? CaseOverview.PROTECTED : row.getString("given_name") + " " + row.getString("family_name"),
                isProtected ? null : day(row, "birth_date").getYear(),
                CasePhase.valueOf(row.getString("phase")).swedish(), open, row.getString("convener"),
                day(row, "discovered_on"), day(row, "meeting_due"), row.getInt("late") == 1, day(row, "next_on"),
                List.of(), end == null ? null : EndKind.valueOf(end).swedish(), row.getString("previous_number"));
    }

    private List<CaseOverview> withTasks(List<CaseOverview> rows) {
        Map<String, List<CaseTask>> open = tasks.of(rows.stream().filter(CaseOverview::open).map(CaseOverview::number)
                .toList());
        Map<String, String> names = names(open.values().stream().flatMap(List::stream)
                .flatMap(t -> t.groups().stream()).collect(Collectors.toSet()));
        return rows.stream().map(r -> r.withAwaited(awaited(open.getOrDefault(r.number(), List.of()), names)))
                .toList();
    }

    /** Each task once, with all it waits for: "Svara på kallelsen (BUP i Borås, Socialtjänsten i Borås)". */
    private static List<String> awaited(List<CaseTask> open, Map<String, String> names) {
        var units = new LinkedHashMap<String, Set<String>>();
        for (CaseTask task : open) {
            Set<String> of = units.computeIfAbsent(task.name(), n -> new TreeSet<>());
            task.groups().forEach(g -> of.add(names.getOrDefault(g, g)));
        }
        var lines = new ArrayList<String>();
        units.forEach((name, of) -> lines.add(of.isEmpty() ? name : name + " (" + String.join(", ", of) + ")"));
        return lines;
    }

    /** Names of units, and of the managers of units, by group. */
    private Map<String, String> names(Set<String> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        var ids = groups.stream().map(MyCases::unitOf).collect(Collectors.toSet());
        var units = new HashMap<String, String>();
        jdbc.sql("select id, name from sip.unit where id in (:ids)").param("ids", ids)
                .query(row -> {
                    units.put(row.getString("id"), row.getString("name"));
                });
        return groups.stream().filter(g -> units.containsKey(unitOf(g))).collect(Collectors.toMap(g -> g,
                g -> units.get(unitOf(g)) + (g.endsWith(Unit.MANAGER_SUFFIX) ? ", chef" : "")));
    }

    private static String unitOf(String group) {
        return group.endsWith(Unit.MANAGER_SUFFIX)
                ? group.substring(0, group.length() - Unit.MANAGER_SUFFIX.length()) : group;
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
