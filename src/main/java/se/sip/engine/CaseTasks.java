package se.sip.engine;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What many cases wait for, in one question to the engine's tables: a list of cases would otherwise ask once per case
 * and once per task. The caller has checked who may see which case.
 */
@Component
public class CaseTasks {

    private final JdbcClient jdbc;

    CaseTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open task of a case.
     *
     * @param due last day; null where there is none
     * @param groups units and managers that may work on it
     * @param users named persons who may, where the identity is protected
     */
    public record CaseTask(
            String caseNumber, String id, String name, LocalDate due, String assignee,
            List<String> groups, List<String> users) {
    }

    /** What tells one task from others of the same name: the value of a key of its process, and which key it is. */
    public record TaskKey(String taskId, ProcessVariable key, String value) {
    }

    /** Those of the keys that the processes of the tasks have. */
    public List<TaskKey> keysOf(Collection<String> taskIds, Collection<ProcessVariable> keys) {
        if (taskIds.isEmpty() || keys.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessVariable> byId = keys.stream().collect(Collectors.toMap(ProcessVariable::id, Function.identity()));
        return jdbc.sql("""
                        select t.id_ as id, v.name_ as name, v.text_ as record_key
                          from act_ru_task t
                          join act_ru_variable v on v.execution_id_ in (t.proc_inst_id_, t.execution_id_)
                         where t.id_ in (:tasks) and v.name_ in (:keys) and v.text_ is not null""")
                .param("tasks", taskIds).param("keys", byId.keySet())
                .query((row, i) -> new TaskKey(row.getString("id"), byId.get(row.getString("name")),
                        row.getString("record_key"))).list();
    }

    /** The open tasks of the cases, by case number; the one due first stands first. */
    public Map<String, List<CaseTask>> of(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        var byId = new LinkedHashMap<String, CaseTask>();
        jdbc.sql("""
                        select e.business_key_ as case_number, t.id_ as id, t.name_ as name, t.due_date_ as due,
                               t.assignee_ as assignee, l.group_id_ as group_id,
                               l.user_id_ as user_id
                          from act_ru_execution e
                          join act_ru_task t on t.proc_inst_id_ = e.id_
                          left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                         where e.business_key_ in (:numbers)
                         order by t.due_date_, t.id_, l.group_id_""")
                .param("numbers", caseNumbers)
                .query(row -> {
                    Timestamp due = row.getTimestamp("due");
                    CaseTask task = byId.get(row.getString("id"));
                    if (task == null) {
                        task = new CaseTask(row.getString("case_number"), row.getString("id"), row.getString("name"),
                                due == null ? null : due.toLocalDateTime().toLocalDate(),
                                row.getString("assignee"), new ArrayList<>(), new ArrayList<>());
                        byId.put(task.id(), task);
                    }
                    if (row.getString("group_id") != null) {
                        task.groups().add(row.getString("group_id"));
                    }
                    if (row.getString("user_id") != null) {
                        task.users().add(row.getString("user_id"));
                    }
                });
        var byCase = new LinkedHashMap<String, List<CaseTask>>();
        byId.values().forEach(t -> byCase.computeIfAbsent(t.caseNumber(), n -> new ArrayList<>()).add(t));
        return byCase;
    }
}
