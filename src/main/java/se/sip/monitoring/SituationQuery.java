package se.sip.monitoring;

/**
 * The state of every open case of some counties, a row each, in one question: what it waits for and since when, which
 * dates have passed, and what has failed. What an admin did is no movement of the case. Parameters: {@code counties}, {@code today} (a date) and {@code now}.
 */
final class SituationQuery {

    /** A timer is picked up within seconds; one this late waits for something that is wrong. */
    static final int TIMER_GRACE_MINUTES = 15;

    /**
     * The commonest dates that pass are kept apart, by the rule they come from: the recommended day of the meeting (bör),
     * the three days of the call after ready-for-discharge (a limit of law), the answer, the follow-up, and a task's last day.
     */
    static final String STATE = """
            with open_case as (
                select c.number, c.county, c.phase, c.convener_unit, c.opened_on, c.meeting_due,
                       (select e.happened_at from sip.case_event e where e.case_number = c.number
                         and e.kind not like 'OPERATOR%' order by e.id desc fetch first 1 row only) as moved_at
                  from sip.case_file c where c.status = 'OPEN' and c.county in (:counties)),
            silent as (
                select i.case_number, min(i.sent_at) as since, min(i.answer_due) as due
                  from sip.invitation i where i.status = 'SENT' and i.duty = 'CALLED' group by i.case_number),
            met as (
                select m.case_number, max(case when m.status = 'HELD' then 1 else 0 end) as held,
                       min(case when m.status = 'BOOKED' then m.starts_at end) as booked
                  from sip.meeting m where m.status in ('HELD', 'BOOKED') group by m.case_number),
            plan as (
                select v.case_number, max(v.finalised_at) as since, max(v.follow_up_on) as due
                  from sip.plan_version v where v.status in ('CURRENT', 'RESTING') group by v.case_number),
            ready as (
                select r.case_number, max(r.call_due) as due from sip.ready_notice r
                 where r.called_at is null and r.withdrawn_at is null group by r.case_number),
            task as (
                select e.business_key_ as case_number, min(t.create_time_) as since, min(t.due_date_) as due
                  from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                 where t.tenant_id_ in (:counties) group by e.business_key_),
            stopped as (
                select e.business_key_ as case_number, min(i.incident_timestamp_) as since, count(*) as number_of
                  from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
                 where i.id_ = i.root_cause_incident_id_ and i.tenant_id_ in (:counties) group by e.business_key_),
            unsent as (
                select d.case_number, min(d.created_at) as since, count(*) as number_of from sip.delivery d
                 where d.status in ('FAILED', 'UNCLEAR') and d.county in (:counties) group by d.case_number),
            late_timer as (
                select e.business_key_ as case_number, min(j.duedate_) as since, count(*) as number_of
                  from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                 where j.type_ = 'timer' and j.retries_ > 0 and j.duedate_ < :lateTimer and j.tenant_id_ in (:counties)
                 group by e.business_key_),
            dated as (
                select c.number, c.county, c.phase, c.convener_unit, c.opened_on, c.moved_at,
                       case when c.phase = 'CONSENT' then 'CONSENT'
                            when c.phase in ('CALL', 'MEETING') and coalesce(m.held, 0) = 0 and s.case_number is not null
                                 then 'ANSWER'
                            when c.phase in ('CALL', 'MEETING') and m.booked is not null then 'MEETING'
                            when c.phase = 'FOLLOW_UP' then 'FOLLOW_UP' else 'STEP' end as wait,
                       s.since as silent_since, p.since as plan_since, t.since as task_since, m.booked as meeting_at,
                       case when coalesce(m.held, 0) = 0 and c.meeting_due < :today then c.meeting_due end as meeting_past,
                       case when coalesce(m.held, 0) = 0 and s.due < :today then s.due end as answer_past,
                       case when r.due < :today then r.due end as call_past,
                       case when c.phase = 'FOLLOW_UP' and p.due < :today then p.due end as follow_up_past,
                       case when t.due < :now then cast(t.due as date) end as task_past,
                       p.due as follow_up_on, coalesce(u.number_of, 0) as unsent, u.since as unsent_since,
                       coalesce(i.number_of, 0) as stopped, i.since as stopped_since,
                       coalesce(l.number_of, 0) as late_timers, l.since as late_timer_since
                  from open_case c
                  left join silent s on s.case_number = c.number
                  left join met m on m.case_number = c.number
                  left join plan p on p.case_number = c.number
                  left join ready r on r.case_number = c.number
                  left join task t on t.case_number = c.number
                  left join stopped i on i.case_number = c.number
                  left join unsent u on u.case_number = c.number
                  left join late_timer l on l.case_number = c.number),
            state as (
                select d.*,
                       nullif(least(coalesce(d.meeting_past, date '9999-12-31'), coalesce(d.answer_past, date '9999-12-31'),
                           coalesce(d.call_past, date '9999-12-31'), coalesce(d.follow_up_past, date '9999-12-31'),
                           coalesce(d.task_past, date '9999-12-31')), date '9999-12-31') as past_on,
                       coalesce(case d.wait when 'ANSWER' then d.silent_since when 'FOLLOW_UP' then d.plan_since
                                when 'MEETING' then d.moved_at else d.task_since end,
                                d.moved_at, cast(d.opened_on as timestamp)) as since
                  from dated d)
            """;

    private SituationQuery() {
    }
}
