package se.sip.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Each made-up case is the only one: what the one before it left is taken away. */
@Component
@Profile(RehearsalRun.PROFILE)
class CleanSlate {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcTemplate jdbc;
    private List<String> ofCases = List.of();

    CleanSlate(RuntimeService runtime, ManagementService management, JdbcTemplate jdbc) {
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
    }

    /** What is empty now is to be empty before each case; registers and settings stay. */
    void remember() {
        Predicate<String> empty = table -> count(table) == 0;
        ofCases = jdbc.queryForList("select table_name from information_schema.tables where table_schema = 'SIP'"
                + " and table_type = 'BASE TABLE'", String.class).stream().map(table -> "sip.\"" + table + "\"")
                .filter(empty).toList();
    }

    /** The repeated timers of the county begin anew from the present moment. */
    void wipe() {
        List<String> running = runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId).toList();
        if (!running.isEmpty()) {
            runtime.deleteProcessInstancesIfExists(new ArrayList<>(running), "nästa fall", true, true, false);
        }
        empty();
        management.createJobQuery().timers().list().stream().filter(job -> job.getProcessInstanceId() == null)
                .map(Job::getId).forEach(job -> management.recalculateJobDuedate(job, false));
    }

    /**
     * Rows that others refer to go after those; the order is learnt. Doing without the references would be a change of the
     * schema, and H2 would read every statement anew.
     */
    private void empty() {
        var order = new ArrayList<String>();
        List<String> left = ofCases;
        while (!left.isEmpty()) {
            var referredTo = new ArrayList<String>();
            for (String table : left) {
                try {
                    if (count(table) > 0) {
                        jdbc.update("delete from " + table);
                    }
                    order.add(table);
                } catch (DataIntegrityViolationException later) {
                    referredTo.add(table);
                }
            }
            if (referredTo.size() == left.size()) {
                throw new IllegalStateException("Tables refer to each other: " + referredTo);
            }
            left = referredTo;
        }
        ofCases = order;
    }

    private long count(String table) {
        Long rows = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return rows == null ? 0 : rows;
    }
}
