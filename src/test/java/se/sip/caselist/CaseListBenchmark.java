package se.sip.caselist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/**
 * How long Mina ärenden and Ärendet take to answer with 10,000 cases of 50 units, and a case of 500 events. No test of
 * the build, which its name keeps it out of; run it on PostgreSQL and read what it prints:
 *
 * <pre>mvn test -Dtest=CaseListBenchmark -Dsip.test.database=postgresql</pre>
 */
@SipTest
class CaseListBenchmark {

    private static final int CASES = 10_000;
    private static final int UNITS = 50;
    private static final int EVENTS = 500;
    private static final int ROUNDS = 60;
    private static final long LIMIT_MS = 200;

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theListAndThePageAnswerInTime() throws Exception {
        String number = journey.toMeeting(Children.bornOn("20140601"));
        fill(number);
        MockMvc web = MockMvcBuilders.webAppContextSetup(context).build();
        sip.as("anna", Journey.SCHOOL, "vgr-bench-7");
        report("Mina ärenden", web, "/arenden", "anna");
        report("Mina ärenden, väntar på oss", web, "/arenden?vantar=US", "anna");
        report("Ärendet, " + EVENTS + " händelser", web, "/arenden/" + number, "anna");
        report("Ärendet, alla händelser", web, "/arenden/" + number + "?allt=true", "anna");
        String[] all = new String[UNITS];
        for (int i = 0; i < UNITS; i++) {
            all[i] = "vgr-bench-" + i;
        }
        sip.as("samordnare", all);
        report("Mina ärenden, samordnare i alla " + UNITS + " enheter", web, "/arenden", "samordnare");
    }

    private void report(String what, MockMvc web, String address, String reader) throws Exception {
        var times = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            web.perform(get(address).principal(() -> reader)).andExpect(status().isOk());
            times.add((System.nanoTime() - start) / 1_000_000);
        }
        List<Long> warm = new ArrayList<>(times.subList(ROUNDS / 3, ROUNDS));
        Collections.sort(warm);
        long median = warm.get(warm.size() / 2);
        System.out.printf("BENCHMARK %s: median %d ms, 95 %% inom %d ms%n", what, median,
                warm.get((int) (warm.size() * 0.95)));
        assertThat(median).as(what).isLessThan(LIMIT_MS);
    }

    /** Each unit convenes 200 cases and takes part in as many; every case waits for two tasks and has a meeting. */
    private void fill(String eventful) {
        for (int i = 0; i < UNITS; i++) {
            jdbc.update("insert into sip.unit (id, county, name, principal, kind, it_service, has_login, valid_from)"
                    + " values (?, 'vgr', ?, 'MUNICIPALITY', 'SCHOOL', true, true, date '2020-01-01')", "vgr-bench-" + i,
                    "Prövoenhet " + i);
        }
        jdbc.update("insert into sip.person (county, id_number, id_kind, birth_date, given_name, family_name, protection)"
                + " select 'vgr', 'B' || g, 'PERSONNUMMER', date '2014-01-01', 'Prov', 'Person ' || g, 'NONE'"
                + " from generate_series(1, " + CASES + ") g");
        jdbc.update("insert into sip.case_file (number, county, person_id, status, phase, convener_unit, convener_user,"
                + " origin, discovered_on, opened_on, urgent, indicators, risk_groups, needs_from, inpatient, meeting_due,"
                + " version) select 'SIP-2025-' || lpad(substr(id_number, 2), 6, '0'), 'vgr', id, 'OPEN', 'CALL',"
                + " 'vgr-bench-' || mod(id, " + UNITS + "), 'x', 'OWN_ASSESSMENT', date '2026-03-02', date '2026-03-02',"
                + " false, '', '', '', false, date '2026-03-23', 0 from sip.person where id_number like 'B%'");
        jdbc.update("insert into sip.disclosure (case_number, unit_id, ground, what, opened_at, opened_by)"
                + " select number, 'vgr-bench-' || mod(id + 7, " + UNITS + "), 'CONSENT', 'INVITATION', now(), 'x'"
                + " from sip.case_file where number like 'SIP-2025-%'");
        jdbc.update("insert into sip.meeting (case_number, occasion, status, starts_at, ends_at, place, form, documenter)"
                + " select number, 'PLANNING', 'BOOKED', timestamp '2026-03-19 13:00:00' + mod(id, 60) * interval '1 day',"
                + " timestamp '2026-07-19 14:00:00', 'Rum', 'IN_PERSON', 'x'"
                + " from sip.case_file where number like 'SIP-2025-%'");
        jdbc.update("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, is_active_, is_concurrent_,"
                + " is_scope_, is_event_scope_, suspension_state_) select 'b' || id, 1, 'b' || id, number, true, false,"
                + " true, false, 1 from sip.case_file where number like 'SIP-2025-%'");
        for (String task : List.of("Svara på kallelsen", "Registrera mötet")) {
            jdbc.update("insert into act_ru_task (id_, rev_, proc_inst_id_, execution_id_, name_, due_date_, priority_,"
                    + " suspension_state_) select '" + task + "' || id, 1, 'b' || id, 'b' || id, '" + task + "',"
                    + " timestamp '2026-03-12 23:59:00', 50, 1 from sip.case_file where number like 'SIP-2025-%'");
            jdbc.update("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)"
                    + " select '" + task + "' || id, 1, 'vgr-bench-' || mod(id, " + UNITS + "), 'candidate', '" + task
                    + "' || id from sip.case_file where number like 'SIP-2025-%'");
        }
        jdbc.update("insert into sip.case_event (case_number, happened_at, kind, actor, note)"
                + " select '" + eventful + "', now(), 'ANSWER_REMINDED', 'anna', 'Händelse ' || g"
                + " from generate_series(1, " + EVENTS + ") g");
        jdbc.execute("analyze");
    }
}
