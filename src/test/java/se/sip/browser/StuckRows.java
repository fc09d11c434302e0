package se.sip.browser;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stuck cases of all kinds, as rows that the product would have written: numbers {@code SIP-1999-…}, in Västra Götaland.
 * Each waits in one of five ways by its number, and every second one has a fault besides; driven through forms, five
 * hundred would take an hour.
 */
final class StuckRows {

    private static final String UNIT = "vgr-1490-elevhalsa";
    private final JdbcTemplate jdbc;

    StuckRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cases how many; a multiple of ten */
    void write(int cases) {
        remove();
        jdbc.update("insert into sip.person (county, id_number, id_kind, birth_date, given_name, family_name, protection)"
                + " select 'vgr', 'T' || g.x, 'PERSONNUMMER', date '2014-01-01', 'Prov', 'Person', 'NONE'"
                + " from system_range(1, ?) g", cases);
        jdbc.update("insert into sip.case_file (number, county, person_id, status, phase, convener_unit, convener_user, origin,"
                + " discovered_on, opened_on, urgent, indicators, risk_groups, needs_from, inpatient, meeting_due, version)"
                + " select 'SIP-1999-' || lpad(substring(id_number, 2), 6, '0'), 'vgr', id, 'OPEN',"
                + " case mod(cast(substring(id_number, 2) as int), 5) when 0 then 'PREPARE' when 1 then 'CONSENT'"
                + " when 2 then 'CALL' when 3 then 'MEETING' else 'FOLLOW_UP' end, '" + UNIT + "', 'x', 'OWN_ASSESSMENT',"
                + " current_date - 60, current_date - 60, false, '', '', '', false, current_date - 39, 0"
                + " from sip.person where id_number like 'T%'");
        jdbc.update("insert into sip.case_event (case_number, happened_at, kind, actor) select number,"
                + " dateadd('day', -20 - mod(id, 20), current_timestamp), 'CASE_OPENED', 'x' from sip.case_file where number like 'SIP-1999-%'");
        String definition = jdbc.queryForList("select id_ from act_re_procdef where key_ = 'sip' and tenant_id_ = 'vgr'"
                + " order by version_ desc", String.class).get(0);
        jdbc.update("insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_id_,"
                + " is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, tenant_id_)"
                + " select 'stuck' || id, 1, 'stuck' || id, 'stuck' || id, number, ?, true, false, true, false, 1, 0, 'vgr'"
                + " from sip.case_file where number like 'SIP-1999-%'", definition);
        invitations();
        meetingsAndPlans();
        faults(definition);
    }

    private void invitations() {
        jdbc.update("insert into sip.participant (case_number, unit_id, name, principal, kind, known_there, duty, route,"
                + " clauses, status) select number, 'vgr-bup-boras', 'BUP', 'REGION', 'CHILD_PSYCHIATRY', true, 'CALLED', 'KNOWN',"
                + " '', 'ACTIVE' from sip.case_file where number like 'SIP-1999-%' and phase = 'CALL'");
        jdbc.update("insert into sip.invitation_round (case_number, date_reason, written_at, sent_at) select number, 'x',"
                + " current_timestamp, current_timestamp from sip.case_file where number like 'SIP-1999-%' and phase = 'CALL'");
        jdbc.update("insert into sip.invitation (case_number, round_id, participant_id, unit_id, name, duty, status,"
                + " contribution, sent_at, answer_due, must_attend, version) select c.number, r.id, p.id, p.unit_id, p.name,"
                + " 'CALLED', 'SENT', 'x', dateadd('day', -12, current_timestamp), current_date - 5, false, 0"
                + " from sip.case_file c join sip.invitation_round r on r.case_number = c.number"
                + " join sip.participant p on p.case_number = c.number where c.number like 'SIP-1999-%'");
    }

    private void meetingsAndPlans() {
        jdbc.update("insert into sip.meeting (case_number, occasion, status, starts_at, ends_at, place, form, documenter)"
                + " select number, 'PLANNING', case when phase = 'FOLLOW_UP' then 'HELD' else 'BOOKED' end,"
                + " dateadd('day', -3, current_timestamp), dateadd('day', -3, current_timestamp), 'Rum', 'IN_PERSON', 'x'"
                + " from sip.case_file where number like 'SIP-1999-%' and phase in ('MEETING', 'FOLLOW_UP')");
        jdbc.update("insert into sip.plan_version (case_number, version_no, status, needs, responsible_principal,"
                + " responsible_unit, responsible_person, follow_up_on, views_differ, family_copy, document_channel, written_by,"
                + " finalised_at) select number, 1, 'CURRENT', 'x', 'MUNICIPALITY', '" + UNIT + "', 'x', current_date - 2, false,"
                + " 'PAPER', 'TEMPLATE', 'x', dateadd('day', -50, current_timestamp)"
                + " from sip.case_file where number like 'SIP-1999-%' and phase = 'FOLLOW_UP'");
    }

    /** A failed step, a late timer and a letter that did not get through; the faults lie across the ways of waiting. */
    private void faults(String definition) {
        String numbers = " from sip.case_file where number like 'SIP-1999-%' and mod(cast(substring(number, 10) as int), 10) in (";
        jdbc.update("insert into act_ru_job (id_, rev_, type_, retries_, exception_msg_, execution_id_, process_instance_id_,"
                + " root_proc_inst_id_, process_def_id_, process_def_key_, handler_type_, suspension_state_, priority_, tenant_id_)"
                + " select 'stuckjob' || id, 1, 'message', 0, case when mod(cast(substring(number, 10) as int), 10) = 2"
                + " then 'Provfel A' else 'Provfel B' end, 'stuck' || id, 'stuck' || id, 'stuck' || id, ?, 'sip',"
                + " 'async-continuation', 1, 0, 'vgr'" + numbers + "2, 4)", definition);
        jdbc.update("insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_msg_, incident_type_, execution_id_,"
                + " activity_id_, proc_inst_id_, proc_def_id_, cause_incident_id_, root_cause_incident_id_, configuration_, tenant_id_)"
                + " select 'stuckinc' || id, 1, dateadd('day', -6, current_timestamp), 'Provfel', 'failedJob', 'stuck' || id,"
                + " 'kalla', 'stuck' || id, ?, 'stuckinc' || id, 'stuckinc' || id, 'stuckjob' || id, 'vgr'" + numbers + "2, 4)",
                definition);
        jdbc.update("insert into act_ru_job (id_, rev_, type_, retries_, duedate_, execution_id_, process_instance_id_,"
                + " root_proc_inst_id_, process_def_id_, process_def_key_, handler_type_, suspension_state_, priority_, tenant_id_)"
                + " select 'stucktimer' || id, 1, 'timer', 4, dateadd('day', -4, current_timestamp), 'stuck' || id, 'stuck' || id,"
                + " 'stuck' || id, ?, 'sip', 'timer-intermediate-transition', 2, 0, 'vgr'" + numbers + "3, 6)", definition);
        jdbc.update("insert into sip.delivery (delivery_key, case_number, county, purpose, addressee_kind, addressee_key, subject,"
                + " subject_version, ways, way_no, status, created_at, created_by, version) select 'stuck' || id, number, 'vgr',"
                + " 'NOTICE', 'UNIT', '" + UNIT + "', 'x', '1', 'MAIL', 0, 'FAILED', dateadd('day', -8, current_timestamp), 'x', 0"
                + numbers + "1, 8)");
    }

    void remove() {
        String cases = " where case_number like 'SIP-1999-%'";
        jdbc.update("delete from act_ru_incident where id_ like 'stuckinc%'");
        jdbc.update("delete from act_ru_job where id_ like 'stuckjob%' or id_ like 'stucktimer%'");
        jdbc.update("delete from act_ru_execution where id_ like 'stuck%'");
        for (String table : new String[] {"delivery", "invitation", "invitation_round", "participant", "plan_version",
            "meeting", "case_event"}) {
            jdbc.update("delete from sip." + table + cases);
        }
        jdbc.update("delete from sip.case_file where number like 'SIP-1999-%'");
        jdbc.update("delete from sip.person where id_number like 'T%'");
    }
}
