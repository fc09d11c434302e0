package se.sip.monitoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.testing.SipTest;

/**
 * How long SIP-läget takes to answer with 100,000 open cases, each with ten events, a call without an answer, a meeting and
 * two tasks. No test of the build, which its name keeps it out of; run it on PostgreSQL and read what it prints:
 *
 * <pre>mvn test -Dtest=SituationBenchmark -Dsip.test.database=postgresql</pre>
 */
@SipTest
class SituationBenchmark {

    private static final int CASES = 100_000;
    private static final int ROUNDS = 20;
    private static final List<String> COUNTIES = List.of("dalarna", "halland", "vgr");

    @Autowired
    Situation situation;
    @Autowired
    StuckCases stuck;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theSituationAndItsListsAreReckoned() {
        fill();
        report("SIP-läget, tre län", () -> situation.of(COUNTIES, situation.stillDays()));
        report("SIP-läget, ett län", () -> situation.of(List.of("vgr"), situation.stillDays()));
        report("Listan över passerade datum, tre län", () -> stuck.list(COUNTIES, SituationGroup.PAST_DATE, 14, 0));
        report("Ett ärende", () -> stuck.one(COUNTIES, "SIP-2025-050000"));
    }

    private static void report(String what, Runnable question) {
        var times = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            question.run();
            times.add((System.nanoTime() - start) / 1_000_000);
        }
        List<Long> warm = new ArrayList<>(times.subList(ROUNDS / 4, ROUNDS));
        Collections.sort(warm);
        System.out.printf("BENCHMARK %s: median %d ms, 95 %% inom %d ms%n", what, warm.get(warm.size() / 2),
                warm.get((int) (warm.size() * 0.95)));
    }

    private void fill() {
        jdbc.update("insert into sip.person (county, id_number, id_kind, birth_date, given_name, family_name, protection)"
                + " select 'vgr', 'B' || g, 'PERSONNUMMER', date '2014-01-01', 'Prov', 'Person ' || g, 'NONE'"
                + " from generate_series(1, " + CASES + ") g");
        jdbc.update("insert into sip.case_file (number, county, person_id, status, phase, convener_unit, convener_user,"
                + " origin, discovered_on, opened_on, urgent, indicators, risk_groups, needs_from, inpatient, meeting_due,"
                + " version) select 'SIP-2025-' || lpad(substr(id_number, 2), 6, '0'),"
                + " (array['vgr', 'halland', 'dalarna'])[1 + mod(id, 3)], id, 'OPEN',"
                + " (array['PREPARE', 'CONSENT', 'CALL', 'MEETING', 'FOLLOW_UP'])[1 + mod(id, 5)], 'vgr-1490-elevhalsa', 'x',"
                + " 'OWN_ASSESSMENT', current_date - 60, current_date - 60, false, '', '', '', false,"
                + " current_date - 30 + cast(mod(id, 60) as integer), 0 from sip.person where id_number like 'B%'");
        jdbc.update("insert into sip.case_event (case_number, happened_at, kind, actor) select number,"
                + " now() - mod(id * 7 + g, 40) * interval '1 day', 'CASE_OPENED', 'x'"
                + " from sip.case_file, generate_series(1, 10) g where number like 'SIP-2025-%'");
        jdbc.update("insert into sip.participant (case_number, unit_id, name, principal, kind, known_there, duty, route,"
                + " clauses, status) select number, 'vgr-bup-boras', 'BUP', 'REGION', 'CHILD_PSYCHIATRY', true, 'CALLED',"
                + " 'KNOWN', '', 'ACTIVE' from sip.case_file where number like 'SIP-2025-%'");
        jdbc.update("insert into sip.invitation_round (case_number, date_reason, written_at, sent_at) select number, 'x',"
                + " now(), now() from sip.case_file where number like 'SIP-2025-%'");
        jdbc.update("insert into sip.invitation (case_number, round_id, participant_id, unit_id, name, duty, status,"
                + " contribution, sent_at, answer_due, must_attend, version) select c.number, r.id, p.id, p.unit_id, p.name,"
                + " 'CALLED', 'SENT', 'x', now() - interval '12 days', current_date - 20 + cast(mod(c.id, 40) as integer),"
                + " false, 0 from sip.case_file c join sip.invitation_round r on r.case_number = c.number"
                + " join sip.participant p on p.case_number = c.number where c.number like 'SIP-2025-%'");
        jdbc.update("insert into sip.meeting (case_number, occasion, status, starts_at, ends_at, place, form, documenter)"
                + " select number, 'PLANNING', 'BOOKED', now() + mod(id, 60) * interval '1 day',"
                + " now() + interval '90 days', 'Rum', 'IN_PERSON', 'x' from sip.case_file where number like 'SIP-2025-%'");
        jdbc.update("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, is_active_, is_concurrent_,"
                + " is_scope_, is_event_scope_, suspension_state_, tenant_id_) select 'b' || id, 1, 'b' || id, number, true,"
                + " false, true, false, 1, county from sip.case_file where number like 'SIP-2025-%'");
        for (String task : List.of("svar", "mote")) {
            jdbc.update("insert into act_ru_task (id_, rev_, proc_inst_id_, execution_id_, name_, due_date_, create_time_,"
                    + " priority_, suspension_state_, tenant_id_) select '" + task + "' || id, 1, 'b' || id, 'b' || id, '"
                    + task + "', now() + (mod(id, 30) - 10) * interval '1 day', now() - interval '9 days', 50, 1, county"
                    + " from sip.case_file where number like 'SIP-2025-%'");
        }
        jdbc.execute("analyze");
    }
}
