package se.sip.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.engine.CaseTasks;
import se.sip.engine.CaseTasks.CaseTask;

/**
 * The cases behind a number of the situation, the most stuck first: what has failed and does not move by itself, then
 * what has passed its date, then what has not moved, then the rest; within each, what has been so the longest.
 */
@Component
class StuckCases {

    static final int PAGE = 50;

    private static final String ORDER = """
             order by case when stopped > 0 or unsent > 0 or late_timers > 0 then 0 when past_on is not null then 1
                           when moved_at < :still then 2 else 3 end,
                      case when stopped > 0 or unsent > 0 or late_timers > 0
                           then least(coalesce(stopped_since, timestamp '9999-12-31 00:00:00'),
                                coalesce(unsent_since, timestamp '9999-12-31 00:00:00'),
                                coalesce(late_timer_since, timestamp '9999-12-31 00:00:00'))
                           else coalesce(cast(past_on as timestamp), since) end,
                      number offset :skip rows fetch next :size rows only""";

    private final JdbcClient jdbc;
    private final Situation situation;
    private final CaseTasks tasks;
    private final WaitSentences sentences;
    private final Clock clock;

    StuckCases(JdbcClient jdbc, Situation situation, CaseTasks tasks, WaitSentences sentences, Clock clock) {
        this.jdbc = jdbc;
        this.situation = situation;
        this.tasks = tasks;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * A case as it stands.
     *
     * @param why what it waits for, in the words of staff
     * @param faults what is wrong besides; empty where nothing is
     * @param instanceId the process instance to open in Cockpit: the one that has stopped, else the whole case's; null
     *     where nothing runs
     */
    record Row(String number, String county, String countyName, String convener, String why, List<String> faults, LocalDate movedOn,
            String instanceId) {
    }

    /** @param total how many there are on all pages */
    record Page(long total, int page, int pages, List<Row> rows) {
    }

    @Transactional(readOnly = true)
    Page list(Collection<String> counties, SituationGroup group, int days, int page) {
        Map<String, Object> parameters = situation.parameters(counties, days);
        long total = jdbc.sql(SituationQuery.STATE + "select count(*) from state where " + group.condition())
                .params(parameters).query(Long.class).single();
        parameters.put("skip", page * PAGE);
        parameters.put("size", PAGE);
        List<State> found = total == 0 ? List.of() : jdbc.sql(SituationQuery.STATE + "select * from state where "
                        + group.condition() + "\n" + ORDER).params(parameters).query(StuckCases::state).list();
        return new Page(total, page, (int) ((total + PAGE - 1) / PAGE), rows(found));
    }

    /** One case, where it is open and in one of the counties. */
    @Transactional(readOnly = true)
    java.util.Optional<Row> one(Collection<String> counties, String number) {
        Map<String, Object> parameters = situation.parameters(counties, situation.stillDays());
        parameters.put("number", number);
        return rows(jdbc.sql(SituationQuery.STATE + "select * from state where number = :number").params(parameters)
                .query(StuckCases::state).list()).stream().findFirst();
    }

    private List<Row> rows(List<State> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> numbers = found.stream().map(State::number).toList();
        Map<String, List<CaseTask>> open = tasks.of(numbers);
        Map<String, List<String>> silent = silent(numbers);
        Map<String, String> instances = instances(numbers);
        var names = new UnitNames(jdbc, found, open);
        LocalDate today = LocalDate.now(clock);
        return found.stream().map(s -> new Row(s.number(), s.county(), situation.nameOf(s.county()),
                names.of(s.convenerUnit()), sentences.why(s, today, silent.getOrDefault(s.number(), List.of()),
                        open.getOrDefault(s.number(), List.of()), names), sentences.faults(s, today),
                s.movedAt() == null ? null : s.movedAt().toLocalDate(), instances.get(s.number()))).toList();
    }

    /** Who has not answered, by case: units by name, others only as somebody without a login. */
    private Map<String, List<String>> silent(List<String> numbers) {
        var byCase = new LinkedHashMap<String, List<String>>();
        jdbc.sql("""
                        select i.case_number as number, coalesce(u.name, 'en mottagare utan inloggning') as name
                          from sip.invitation i left join sip.unit u on u.id = i.unit_id
                         where i.status = 'SENT' and i.duty = 'CALLED' and i.case_number in (:numbers)
                         order by i.sent_at, i.id""")
                .param("numbers", numbers)
                .query(row -> {
                    byCase.computeIfAbsent(row.getString("number"), n -> new java.util.ArrayList<>())
                            .add(row.getString("name"));
                });
        return byCase;
    }

    private Map<String, String> instances(List<String> numbers) {
        var byCase = new HashMap<String, String>();
        jdbc.sql("""
                        select e.business_key_ as number, e.id_ as id,
                               case when exists (select 1 from act_ru_incident i
                                                  where i.proc_inst_id_ = e.id_ and i.id_ = i.root_cause_incident_id_) then 0
                                    when e.super_exec_ is null and e.proc_def_id_ not like 'leverans:%' then 1 else 2 end as nearness
                          from act_ru_execution e where e.business_key_ in (:numbers) and e.id_ = e.proc_inst_id_
                         order by nearness, e.id_""")
                .param("numbers", numbers)
                .query(row -> {
                    byCase.putIfAbsent(row.getString("number"), row.getString("id"));
                });
        return byCase;
    }

    private static State state(ResultSet row, int n) throws SQLException {
        return new State(row.getString("number"), row.getString("county"), row.getString("convener_unit"),
                Wait.valueOf(row.getString("wait")), moment(row, "since"), moment(row, "moved_at"),
                moment(row, "meeting_at"), day(row, "follow_up_on"), day(row, "meeting_past"), day(row, "answer_past"),
                day(row, "call_past"), day(row, "follow_up_past"), day(row, "task_past"), row.getInt("unsent"),
                moment(row, "unsent_since"), row.getInt("stopped"), moment(row, "stopped_since"),
                row.getInt("late_timers"), moment(row, "late_timer_since"));
    }

    private static java.time.LocalDateTime moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toLocalDateTime();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        java.sql.Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
