package se.sip.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.sip.county.CountyProperties;

/**
 * The figures of operation, by county; asked of the database at most once a minute, and only when somebody scrapes. Every
 * node answers the same: take the greatest, not the sum.
 */
@Component
class SituationMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(SituationMetrics.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final List<String> RULES = List.of("MEETING", "ANSWER", "CALL", "FOLLOW_UP", "TASK");
    private static final int DAYS_BACK = 90;

    private static final String PAST = "select county, sum(case when meeting_past is not null then 1 else 0 end) as MEETING,"
            + " sum(case when answer_past is not null then 1 else 0 end) as ANSWER,"
            + " sum(case when call_past is not null then 1 else 0 end) as CALL_RULE,"
            + " sum(case when follow_up_past is not null then 1 else 0 end) as FOLLOW_UP,"
            + " sum(case when task_past is not null then 1 else 0 end) as TASK, sum(unsent) as unsent"
            + " from state group by county";
    private static final String NEED_TO_MEETING = """
            select c.county, percentile_cont(0.5) within group (order by d.days) as median,
                   percentile_cont(0.9) within group (order by d.days) as ninetieth
              from (select m.case_number, cast((extract(epoch from cast(cast(min(m.starts_at) as date) as timestamp))
                           - extract(epoch from cast(min(x.discovered_on) as timestamp))) / 86400 as double precision) as days
                      from sip.meeting m join sip.case_file x on x.number = m.case_number
                     where m.status = 'HELD' and m.occasion = 'PLANNING' and m.starts_at >= :since and x.audience <> 'DISCHARGE'
                     group by m.case_number) d
              join sip.case_file c on c.number = d.case_number group by c.county""";

    private final Situation situation;
    private final CountyProperties counties;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;
    private Instant taken = Instant.MIN;
    private Map<String, Double> values = Map.of();

    SituationMetrics(Situation situation, CountyProperties counties, JdbcClient jdbc, PlatformTransactionManager transactions,
            Clock clock) {
        this.situation = situation;
        this.counties = counties;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counties.counties().forEach(county -> {
            String id = county.id();
            for (SituationGroup group : SituationGroup.values()) {
                gauge(registry, "sip.cases", "Öppna ärenden efter vad de väntar på och vad som är fel", key(group.name(), id),
                        "county", id, "group", group.name().toLowerCase(java.util.Locale.ROOT));
            }
            RULES.forEach(rule -> gauge(registry, "sip.cases.past.date", "Ärenden som har passerat ett datum, efter regel",
                    key("PAST_" + rule, id), "county", id, "rule", rule.toLowerCase(java.util.Locale.ROOT)));
            gauge(registry, "sip.invitations.unanswered", "Kallade som inte har svarat", key("UNANSWERED", id), "county", id);
            gauge(registry, "sip.sends.failed", "Utskick som inte har gått fram", key("UNSENT_DELIVERIES", id), "county", id);
            gauge(registry, "sip.need.to.meeting.days", "Dagar från behov till möte de senaste 90 dagarna", key("MEDIAN", id),
                    "county", id, "quantile", "0.5");
            gauge(registry, "sip.need.to.meeting.days", "Dagar från behov till möte de senaste 90 dagarna", key("NINETIETH", id),
                    "county", id, "quantile", "0.9");
        });
        gauge(registry, "sip.jobs.due", "Jobb som är i tur och väntar", "JOBS_DUE");
        gauge(registry, "sip.jobs.oldest.due.seconds", "Hur länge det äldsta jobbet som är i tur har väntat", "OLDEST_JOB");
        gauge(registry, "sip.jobs.failed", "Jobb som har misslyckats för sista gången", "JOBS_FAILED");
    }

    private void gauge(MeterRegistry registry, String name, String description, String key, String... tags) {
        ToDoubleFunction<SituationMetrics> value = me -> me.now().getOrDefault(key, 0.0);
        Gauge.builder(name, this, value).description(description).tags(tags).register(registry);
    }

    /** A database that does not answer leaves what was last known; health says that it does not. */
    private synchronized Map<String, Double> now() {
        Instant now = clock.instant();
        if (taken.equals(Instant.MIN) || Duration.between(taken, now).abs().compareTo(FRESH) > 0) {
            taken = now;
            try {
                values = reading.execute(status -> measured());
            } catch (RuntimeException e) {
                LOG.warn("The figures of operation could not be read: {}", e.getClass().getSimpleName());
            }
        }
        return values;
    }

    private Map<String, Double> measured() {
        var all = new HashMap<String, Double>();
        List<String> ids = counties.counties().stream().map(c -> c.id()).toList();
        situation.of(ids, situation.stillDays()).forEach(c -> c.figures()
                .forEach(f -> all.put(key(f.key().name(), c.id()), (double) f.count())));
        jdbc.sql(SituationQuery.STATE + PAST).params(situation.parameters(ids, situation.stillDays())).query(row -> {
            String county = row.getString("county");
            for (String rule : RULES) {
                all.put(key("PAST_" + rule, county), row.getDouble(rule.equals("CALL") ? "CALL_RULE" : rule));
            }
            all.put(key("UNSENT_DELIVERIES", county), row.getDouble("unsent"));
        });
        jdbc.sql("""
                        select c.county, count(*) as number_of from sip.invitation i join sip.case_file c on c.number = i.case_number
                         where i.status = 'SENT' and i.duty = 'CALLED' and c.status = 'OPEN' and c.phase in ('CALL', 'MEETING')
                         group by c.county""")
                .query(row -> {
                    all.put(key("UNANSWERED", row.getString("county")), row.getDouble("number_of"));
                });
        jdbc.sql(NEED_TO_MEETING).param("since", java.time.LocalDateTime.now(clock).minusDays(DAYS_BACK)).query(row -> {
            all.put(key("MEDIAN", row.getString("county")), row.getDouble("median"));
            all.put(key("NINETIETH", row.getString("county")), row.getDouble("ninetieth"));
        });
        jobs(all);
        return all;
    }

    private void jobs(Map<String, Double> all) {
        var now = java.time.LocalDateTime.now(clock);
        jdbc.sql("""
                        select count(*) as due, min(coalesce(duedate_, create_time_)) as oldest from act_ru_job
                         where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= :now)""")
                .param("now", now)
                .query(row -> {
                    all.put("JOBS_DUE", row.getDouble("due"));
                    var oldest = row.getTimestamp("oldest");
                    all.put("OLDEST_JOB", oldest == null ? 0.0
                            : Math.max(0, Duration.between(oldest.toLocalDateTime(), now).toSeconds()));
                });
        all.put("JOBS_FAILED", jdbc.sql("select count(*) from act_ru_job where retries_ = 0").query(Double.class).single());
    }

    private static String key(String what, String county) {
        return what + "/" + county;
    }
}
