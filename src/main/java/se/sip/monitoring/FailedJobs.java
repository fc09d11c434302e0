package se.sip.monitoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.engine.EngineAuthority;

/**
 * Steps that have failed for the last time and wait for somebody to let them run again. An unclear sending is none of
 * them: whether it left is found out by a person, and it is never sent again from here.
 */
@Component
class FailedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);
    private static final int MOST_GROUPS = 500;
    /** One call takes a few seconds at most; what is left is said. */
    private static final int MOST_AT_ONCE = 500;
    /** A message that names its case is the same message in every case. */
    private static final String CASE_NUMBER = "SIP-\\d{4}-\\d+";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final EngineAuthority engine;
    private final CaseLog log;
    private final Situation situation;
    private final StepNames steps;

    FailedJobs(JdbcClient jdbc, ManagementService management, EngineAuthority engine, CaseLog log, Situation situation,
            StepNames steps) {
        this.jdbc = jdbc;
        this.management = management;
        this.engine = engine;
        this.log = log;
        this.situation = situation;
        this.steps = steps;
    }

    /** @param kind the step, as {@code leverans/skicka} */
    record Group(String county, String countyName, String kind, String kindName, String message, long count) {
    }

    /** @param left how many that fit were left for the next time */
    record Retried(int retried, int left) {
    }

    private record Failed(String id, String caseNumber, String kind, String kindName, String message) {
    }

    /** By step and message, the most first. */
    @Transactional(readOnly = true)
    List<Group> groups(Collection<String> counties) {
        if (counties.isEmpty()) {
            return List.of();
        }
        var merged = new LinkedHashMap<List<String>, Group>();
        jdbc.sql("""
                        select j.tenant_id_ as county, j.process_def_id_ as definition, j.process_def_key_ as process,
                               d.act_id_ as activity, substring(coalesce(j.exception_msg_, '') from 1 for 300) as message,
                               count(*) as number_of
                          from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_
                         where j.retries_ = 0 and j.tenant_id_ in (:counties)
                         group by j.tenant_id_, j.process_def_id_, j.process_def_key_, d.act_id_,
                                  substring(coalesce(j.exception_msg_, '') from 1 for 300)
                         order by number_of desc fetch first :most rows only""")
                .param("counties", counties).param("most", MOST_GROUPS)
                .query(row -> {
                    String county = row.getString("county");
                    String kind = kind(row.getString("process"), row.getString("activity"));
                    var group = new Group(county, situation.nameOf(county), kind,
                            steps.of(row.getString("definition"), row.getString("activity")),
                            message(row.getString("message")), row.getLong("number_of"));
                    merged.merge(List.of(county, kind, group.message()), group, (a, b) -> new Group(a.county(),
                            a.countyName(), a.kind(), a.kindName(), a.message(), a.count() + b.count()));
                });
        return merged.values().stream().sorted(Comparator.comparingLong(Group::count).reversed()
                .thenComparing(Group::kindName)).toList();
    }

    /**
     * Lets what fits run once more, and notes it in each case.
     *
     * @param kind of one step alone; null for all
     * @param text what the message holds; empty for all
     */
    @Transactional
    Retried retry(String county, String kind, String text) {
        String sought = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        List<Failed> fit = failed(county).stream().filter(f -> kind == null || kind.isBlank() || f.kind().equals(kind))
                .filter(f -> f.message().toLowerCase(Locale.ROOT).contains(sought)).toList();
        List<Failed> now = fit.subList(0, Math.min(MOST_AT_ONCE, fit.size()));
        if (!now.isEmpty()) {
            engine.unchecked(() -> {
                management.setJobRetries(now.stream().map(Failed::id).toList(), 1);
                return null;
            });
            var noted = new LinkedHashSet<List<String>>();
            now.stream().filter(f -> f.caseNumber() != null && f.caseNumber().startsWith("SIP-"))
                    .forEach(f -> noted.add(List.of(f.caseNumber(), f.kindName())));
            noted.forEach(n -> log.add(n.get(0), "OPERATOR_RETRIED", n.get(1)));
            LOG.info("{} failed jobs of county {} are tried again (kind {})", now.size(), county, kind);
        }
        return new Retried(now.size(), fit.size() - now.size());
    }

    private List<Failed> failed(String county) {
        var failed = new ArrayList<Failed>();
        jdbc.sql("""
                        select j.id_ as id, e.business_key_ as number, j.process_def_id_ as definition,
                               j.process_def_key_ as process, d.act_id_ as activity,
                               substring(coalesce(j.exception_msg_, '') from 1 for 300) as message
                          from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_
                          left join act_ru_execution e on e.id_ = j.process_instance_id_
                         where j.retries_ = 0 and j.tenant_id_ = :county order by j.id_""")
                .param("county", county)
                .query(row -> {
                    failed.add(new Failed(row.getString("id"), row.getString("number"),
                            kind(row.getString("process"), row.getString("activity")),
                            steps.of(row.getString("definition"), row.getString("activity")),
                            message(row.getString("message"))));
                });
        return failed;
    }

    private static String kind(String process, String activity) {
        return process + "/" + activity;
    }

    private static String message(String stored) {
        return stored == null ? "" : stored.replaceAll(CASE_NUMBER, "SIP-…").replaceAll("\\s+", " ").strip();
    }
}
