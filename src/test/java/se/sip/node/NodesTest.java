package se.sip.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.SipApplication;
import se.sip.testing.CalledCase;

/**
 * Nodes as processes of their own on one PostgreSQL, killed as machines die. How often is set by {@code -Dsip.kills};
 * the long suites kill twenty times.
 */
@Tag("soak")
class NodesTest {

    private static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 6, 9, 0);
    private static final int KILLS = Integer.getInteger("sip.kills", 3);
    private static final int WRITERS = 3;
    /** The lock of a dead node's jobs, ten seconds, and time to do what was left, on two slow cores. */
    private static final Duration CALM = Duration.ofMinutes(3);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private EmbeddedPostgres postgres;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start() throws Exception {
        mail.start();
        postgres = EmbeddedPostgres.start();
        jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
    }

    @AfterEach
    void stop() throws Exception {
        for (Node node : nodes) {
            node.kill();
        }
        postgres.close();
        mail.stop();
    }

    @Test
    void twoThatMakeTheDatabaseAtOnceMakeItOnce() throws Exception {
        Process first = migrate();
        Process second = migrate();

        assertThat(first.waitFor(4, TimeUnit.MINUTES) && second.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(List.of(first.exitValue(), second.exitValue())).as("see target/nodes").containsOnly(0);
        assertThat(jdbc.queryForList("select tenant_id_ from act_re_deployment order by tenant_id_", String.class))
                .containsExactly("dalarna", "halland", "vgr");
        assertThat(jdbc.queryForObject("select count(*) from sip.flyway_schema_history where not success",
                Integer.class)).isZero();
    }

    @Test
    void nothingIsLostOrSentTwiceWhenNodesDie() throws Exception {
        assertThat(migrate().waitFor(4, TimeUnit.MINUTES)).isTrue();
        Duration offset = Duration.between(Instant.now(), DAY.atZone(ZoneId.of("Europe/Stockholm")).toInstant());
        jdbc.update("insert into sip.demo_clock (id, offset_seconds) values (1, ?)", offset.toSeconds());
        nodes.add(node());
        nodes.add(node());
        for (Node node : nodes) {
            node.awaitUp();
        }

        var numbers = new CopyOnWriteArrayList<String>();
        var working = new java.util.concurrent.atomic.AtomicBoolean(true);
        ExecutorService staff = Executors.newFixedThreadPool(WRITERS);
        var writers = new ArrayList<Future<?>>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(staff.submit(() -> {
                while (working.get()) {
                    String number = new StaffAtNodes(nodes).toAnswers(CalledCase.person());
                    if (number != null) {
                        numbers.add(number);
                    }
                }
                return null;
            }));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(4_000, 9_000));
            int victim = ThreadLocalRandom.current().nextInt(nodes.size());
            nodes.get(victim).kill();
            Node next = node();
            nodes.set(victim, next);
            next.awaitUp();
        }
        working.set(false);
        for (Future<?> writer : writers) {
            writer.get(10, TimeUnit.MINUTES);
        }
        staff.shutdown();

        awaitCalm(offset);
        assertThat(numbers).hasSizeGreaterThan(KILLS);
        assertThat(jdbc.queryForList("select business_key_ from act_ru_execution where business_key_ is not null "
                + "and parent_id_ is null", String.class)).as("no case is lost").containsAll(numbers);
        for (String number : numbers) {
            assertThat(jdbc.queryForObject("select count(*) from sip.delivery where case_number = ?", Integer.class,
                    number)).as("what went out in " + number).isGreaterThanOrEqualTo(2);
        }
        assertThat(jdbc.queryForList("select status from sip.delivery where status in ('CREATED', 'ATTEMPTED') "
                + "and case_number = any (?)", String.class, (Object) numbers.toArray(String[]::new)).size())
                .as("letters wait for the one who posts them; the rest is settled")
                .isEqualTo(openLetters(numbers));
        assertThat(jdbc.queryForObject("select count(*) from sip.delivery where status = 'UNCLEAR'", Integer.class))
                .as("each unclear one is an incident").isEqualTo(jdbc.queryForObject(
                        "select count(*) from act_ru_incident where incident_type_ = 'oklartOmSkickat'", Integer.class));
        Map<String, Integer> mails = mails();
        assertThat(mails).as("mails that have left").isNotEmpty();
        assertThat(mails.values()).as("none twice").containsOnly(1);
        System.out.printf("Nodes killed %d times: %d cases called, %d mails, %d unclear, %d failed jobs%n", KILLS,
                numbers.size(), mails.size(),
                jdbc.queryForObject("select count(*) from sip.delivery where status = 'UNCLEAR'", Integer.class),
                jdbc.queryForObject("select count(*) from act_ru_job where retries_ = 0", Integer.class));
    }

    private int openLetters(List<String> numbers) {
        return jdbc.queryForObject("select count(*) from sip.delivery where status in ('CREATED', 'ATTEMPTED') and "
                + "split_part(ways, ',', way_no + 1) = 'LETTER' and case_number = any (?)", Integer.class,
                (Object) numbers.toArray(String[]::new));
    }

    /** No job is due any more, neither open nor locked by somebody who is dead. */
    private void awaitCalm(Duration offset) throws InterruptedException {
        long end = System.nanoTime() + CALM.toNanos();
        int due = -1;
        while (due != 0 && System.nanoTime() < end) {
            Thread.sleep(1_000);
            due = jdbc.queryForObject("select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1 "
                    + "and (duedate_ is null or duedate_ <= ?)", Integer.class,
                    LocalDateTime.now().plus(offset));
        }
        assertThat(due).as("jobs that are due and not done").isZero();
    }

    private Map<String, Integer> mails() throws Exception {
        var count = new HashMap<String, Integer>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            count.merge(Arrays.toString(message.getAllRecipients()) + " " + message.getSubject(), 1, Integer::sum);
        }
        return count;
    }

    private Node node() throws Exception {
        return Node.start(postgres.getJdbcUrl("postgres", "postgres"), mail.getSmtp().getPort());
    }

    private Process migrate() throws Exception {
        return Node.java(SipApplication.class.getName(), "migrate",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres", "--spring.flyway.schemas=sip",
                "--spring.flyway.default-schema=sip");
    }
}
