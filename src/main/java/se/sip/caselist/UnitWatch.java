package se.sip.caselist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.unit.Unit;

/**
 * What a manager sees of their units: what is late and what has stopped, by case number. Whom a case is about, and what
 * it says, is for those who work with it.
 */
@Component
class UnitWatch {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitWatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A task whose last day has passed. @param days since then */
    record LateTask(String caseNumber, String task, String unit, LocalDate due, long days) {
    }

    /** A case whose recommended day of the meeting has passed without a meeting. */
    record LateMeeting(String caseNumber, String unit, LocalDate due, long days) {
    }

    /** A case that has stopped until the operator helps. @param step where in the process */
    record Stopped(String caseNumber, String unit, String step, LocalDateTime since) {
    }

    /** Tasks of the units, and of the cases they convene where only named persons have them; the latest first. */
    List<LateTask> lateTasks(StaffMember manager) {
        if (manager.managedUnits().isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select distinct e.business_key_ as number, t.id_ as id, t.name_ as name, t.due_date_ as due, u.name as unit
                          from act_ru_task t
                          join act_ru_execution e on e.id_ = t.proc_inst_id_
                          join sip.case_file c on c.number = e.business_key_
                          join act_ru_identitylink l on l.task_id_ = t.id_
                          join sip.unit u on u.id = case when l.group_id_ in (:units) then l.group_id_
                               when l.group_id_ in (:managers) then substring(l.group_id_ from 1 for length(l.group_id_) - 5)
                               when l.group_id_ is null and c.convener_unit in (:units) then c.convener_unit end
                         where t.due_date_ < :now and c.county in (:counties)
                         order by due, number """)
                .param("units", manager.managedUnits())
                .param("managers", manager.managedUnits().stream().map(u -> u + Unit.MANAGER_SUFFIX).toList())
                .param("counties", orNone(manager.counties()))
                .param("now", Timestamp.valueOf(LocalDateTime.now(clock)))
                .query((row, n) -> new LateTask(row.getString("number"), row.getString("name"), row.getString("unit"),
                        row.getTimestamp("due").toLocalDateTime().toLocalDate(), ChronoUnit.DAYS.between(
                                row.getTimestamp("due").toLocalDateTime().toLocalDate(), today)))
                .list().stream().distinct().toList();
    }

    List<LateMeeting> lateMeetings(StaffMember manager) {
        if (manager.managedUnits().isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select c.number as number, c.meeting_due as due, u.name as unit
                          from sip.case_file c join sip.unit u on u.id = c.convener_unit
                         where c.status = 'OPEN' and c.meeting_due < :today and c.convener_unit in (:units)
                           and c.county in (:counties)
                           and not exists (select 1 from sip.meeting m
                                            where m.case_number = c.number and m.status = 'HELD')
                         order by c.meeting_due, c.number """)
                .param("units", manager.managedUnits()).param("counties", orNone(manager.counties()))
                .param("today", java.sql.Date.valueOf(today))
                .query((row, n) -> new LateMeeting(row.getString("number"), row.getString("unit"),
                        row.getDate("due").toLocalDate(),
                        ChronoUnit.DAYS.between(row.getDate("due").toLocalDate(), today)))
                .list();
    }

    List<Stopped> stopped(StaffMember manager) {
        if (manager.managedUnits().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct e.business_key_ as number, u.name as unit, i.activity_id_ as step,
                               i.incident_timestamp_ as since
                          from act_ru_incident i
                          join act_ru_execution e on e.id_ = i.proc_inst_id_
                          join sip.case_file c on c.number = e.business_key_
                          join sip.unit u on u.id = c.convener_unit
                         where c.convener_unit in (:units) and c.county in (:counties) and i.id_ = i.root_cause_incident_id_
                         order by since, number """)
                .param("units", manager.managedUnits()).param("counties", orNone(manager.counties()))
                .query((row, n) -> new Stopped(row.getString("number"), row.getString("unit"), row.getString("step"),
                        row.getTimestamp("since").toLocalDateTime()))
                .list();
    }

    private static Set<String> orNone(Set<String> keys) {
        return keys.isEmpty() ? new LinkedHashSet<>(List.of("")) : keys;
    }
}
