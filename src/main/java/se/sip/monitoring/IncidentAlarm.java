package se.sip.monitoring;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.sip.access.Role;
import se.sip.correspondence.OperatorMail;
import se.sip.county.CountyProperties;

/**
 * Mails a county's admins that steps have stopped: one mail for all that have since the last one, with how many of which
 * step and a link, and nothing of any case. Nodes that look at once send one mail between them.
 */
@Component
@EnableConfigurationProperties(AlarmSettings.class)
class IncidentAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentAlarm.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    /** What happened that shortly ago may stand beside something that is not committed yet; it is told the next time. */
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final JdbcClient jdbc;
    private final CountyProperties counties;
    private final AlarmSettings settings;
    private final StepNames steps;
    private final OperatorMail mail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String address;

    IncidentAlarm(JdbcClient jdbc, CountyProperties counties, AlarmSettings settings, StepNames steps, OperatorMail mail,
            PlatformTransactionManager transactions, Clock clock,
            @Value("${sip.base-url:http://localhost:8080}") String address) {
        this.jdbc = jdbc;
        this.counties = counties;
        this.settings = settings;
        this.steps = steps;
        this.mail = mail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.address = address.replaceFirst("/+$", "");
    }

    private record Alarm(Map<String, Long> bySteps, long cases, LocalDateTime until, LocalDateTime attempt) {
    }

    @Scheduled(fixedDelayString = "${sip.alarms.look-every:PT1M}", initialDelayString = "${sip.alarms.look-every:PT1M}")
    void look() {
        counties.counties().forEach(c -> {
            try {
                look(c.id());
            } catch (RuntimeException e) {
                LOG.warn("The alarm of county {} could not be made: {}", c.id(), e.getClass().getSimpleName());
            }
        });
    }

    /** @return whether something was mailed */
    boolean look(String county) {
        Set<String> to = receivers(county);
        if (to.isEmpty()) {
            return false;
        }
        Alarm alarm = transaction.execute(status -> begun(county));
        if (alarm == null) {
            return false;
        }
        var outcomes = new LinkedHashSet<OperatorMail.Outcome>();
        String name = counties.byId(county).map(c -> c.name()).orElse(county);
        to.forEach(mailbox -> outcomes.add(mail.send(mailbox, subject(alarm, name), text(alarm, name),
                "larm-" + county + "-" + alarm.attempt().format(STAMP) + "-" + Integer.toHexString(mailbox.hashCode()))));
        boolean failed = outcomes.equals(Set.of(OperatorMail.Outcome.FAILED));
        jdbc.sql("update sip.alarm_mail set outcome = :outcome" + (failed ? ", told_until = :until" : "")
                        + " where county = :county")
                .param("outcome", outcomes.iterator().next().name()).param("until", NEVER).param("county", county).update();
        LOG.info("Alarm for county {}: {} stopped steps in {} cases, mail {}", county,
                alarm.bySteps().values().stream().mapToLong(Long::longValue).sum(), alarm.cases(), outcomes);
        return !failed;
    }

    /** What is new since the last mail, with the row that says it is told now; null where there is nothing or it is too soon. */
    private Alarm begun(String county) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (jdbc.sql("select county from sip.alarm_mail where county = :county").param("county", county)
                .query(String.class).optional().isEmpty()) {
            try {
                jdbc.sql("insert into sip.alarm_mail (county, told_until, attempt_at) values (:county, :never, :never)")
                        .param("county", county).param("never", NEVER).update();
            } catch (org.springframework.dao.DuplicateKeyException another) {
                return null;
            }
        }
        var last = jdbc.sql("select told_until, attempt_at from sip.alarm_mail where county = :county for update")
                .param("county", county).query((row, n) -> List.of(row.getTimestamp("told_until").toLocalDateTime(),
                        row.getTimestamp("attempt_at").toLocalDateTime())).single();
        if (last.get(1).isAfter(now.minus(settings.every()))) {
            return null;
        }
        var bySteps = new LinkedHashMap<String, Long>();
        var until = new LocalDateTime[] {last.get(0)};
        var cases = new LinkedHashSet<String>();
        jdbc.sql("""
                        select i.proc_def_id_ as definition, i.activity_id_ as activity, e.business_key_ as number,
                               i.incident_timestamp_ as at_time
                          from act_ru_incident i left join act_ru_execution e on e.id_ = i.proc_inst_id_
                         where i.tenant_id_ = :county and i.id_ = i.root_cause_incident_id_ and i.incident_timestamp_ > :since
                           and i.incident_timestamp_ <= :settled
                         order by i.incident_timestamp_""")
                .param("county", county).param("since", Timestamp.valueOf(last.get(0)))
                .param("settled", Timestamp.valueOf(now.minus(SETTLED)))
                .query(row -> {
                    bySteps.merge(steps.of(row.getString("definition"), row.getString("activity")), 1L, Long::sum);
                    if (row.getString("number") != null) {
                        cases.add(row.getString("number"));
                    }
                    until[0] = row.getTimestamp("at_time").toLocalDateTime();
                });
        if (bySteps.isEmpty()) {
            return null;
        }
        jdbc.sql("update sip.alarm_mail set told_until = :until, attempt_at = :now, outcome = null where county = :county")
                .param("until", until[0]).param("now", now).param("county", county).update();
        return new Alarm(bySteps, cases.size(), until[0], now);
    }

    private Set<String> receivers(String county) {
        String mailbox = settings.mail().get(county);
        if (mailbox != null && !mailbox.isBlank()) {
            return Set.of(mailbox.strip());
        }
        return new LinkedHashSet<>(jdbc.sql("""
                        select u.email_ from act_id_user u
                          join act_id_membership m on m.user_id_ = u.id_ and m.group_id_ = :role
                          join act_id_tenant_member t on t.user_id_ = u.id_ and t.tenant_id_ = :county
                         where u.email_ like '%@%' order by u.email_""")
                .param("role", Role.COUNTY_ADMIN.group()).param("county", county).query(String.class).list());
    }

    private static String subject(Alarm alarm, String county) {
        long steps = alarm.bySteps().values().stream().mapToLong(Long::longValue).sum();
        return "SIP " + county + ": " + (steps == 1 ? "1 steg har stannat" : steps + " steg har stannat");
    }

    private String text(Alarm alarm, String county) {
        var text = new StringBuilder("Sedan förra larmet har det här stannat i " + county + " och går inte vidare av sig självt:\n\n");
        alarm.bySteps().forEach((step, number) -> text.append("- ").append(step).append(": ").append(number).append('\n'));
        return text.append("\nAntal ärenden: ").append(alarm.cases()).append("\n\nSIP-läget: ").append(address)
                .append("/camunda/app/cockpit/default/#/dashboard\n\nMeddelandet innehåller med avsikt inga ärendenummer och inga"
                        + " personuppgifter. Svara inte på det.\n").toString();
    }
}
