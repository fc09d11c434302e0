package se.sip.monitoring;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.EventTexts;

/**
 * What has happened in a case, step by step, also in what is finished: from the engine's history of steps and the kinds
 * of the case's own events, without their notes, which may tell of persons.
 */
@Component
class CaseTimeline {

    private static final int MOST = 400;

    private final JdbcClient jdbc;
    private final EventTexts texts;

    CaseTimeline(JdbcClient jdbc, EventTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /**
     * @param until null while it goes on, and for what is a moment
     * @param where which diagram; null for an event of the case
     */
    record Line(LocalDateTime at, LocalDateTime until, String what, String where, boolean open, boolean cancelled) {
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Line> of(String caseNumber) {
        var lines = new ArrayList<Line>(steps(caseNumber));
        lines.addAll(jdbc.sql("""
                        select happened_at, kind from sip.case_event where case_number = :number
                         order by id desc fetch first :most rows only""")
                .param("number", caseNumber).param("most", MOST)
                .query((row, n) -> new Line(row.getTimestamp("happened_at").toLocalDateTime(), null,
                        texts.line(row.getString("kind"), null), null, false, false)).list());
        return lines.stream().sorted(Comparator.comparing(Line::at).reversed()).limit(MOST).toList();
    }

    private List<Line> steps(String caseNumber) {
        return jdbc.sql("""
                        select a.act_name_ as what, a.start_time_ as from_at, a.end_time_ as until_at, a.act_inst_state_ as state,
                               d.name_ as process
                          from act_hi_procinst p
                          join act_hi_actinst a on a.proc_inst_id_ = p.proc_inst_id_
                          join act_re_procdef d on d.id_ = p.proc_def_id_
                         where p.business_key_ = :number and p.proc_def_key_ <> 'leverans' and a.act_name_ is not null
                           and a.act_type_ not like '%Gateway' and a.act_type_ not in ('multiInstanceBody', 'subProcess')
                         order by a.start_time_ desc fetch first :most rows only""")
                .param("number", caseNumber).param("most", MOST)
                .query((row, n) -> {
                    Timestamp until = row.getTimestamp("until_at");
                    return new Line(row.getTimestamp("from_at").toLocalDateTime(),
                            until == null ? null : until.toLocalDateTime(), row.getString("what"), row.getString("process"),
                            until == null, row.getInt("state") == 2);
                }).list();
    }
}
