package se.sip.engine;

import java.sql.Timestamp;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tasks wait for a unit, in one question to the engine's tables. */
@Component
public class UnitTasks {

    private final JdbcClient jdbc;

    UnitTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param overdue those of them whose last day has passed */
    public record Waiting(int open, int overdue) {
    }

    /** The open tasks that the unit's members may work on, claimed or not. */
    public Waiting of(String unitId, LocalDate today) {
        return jdbc.sql("""
                        select count(distinct t.id_) as open_tasks,
                               count(distinct case when t.due_date_ < :today then t.id_ end) as overdue_tasks
                          from act_ru_task t
                          join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                         where l.group_id_ = :unit""")
                .param("unit", unitId).param("today", Timestamp.valueOf(today.atStartOfDay()))
                .query((row, n) -> new Waiting(row.getInt("open_tasks"), row.getInt("overdue_tasks"))).single();
    }
}
