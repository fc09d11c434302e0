package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import se.sip.casefile.ParticipantRepository;
import se.sip.correspondence.Delivery.Status;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;

/** A node that is killed ({@code kill -9}) after the mail has left and before the server has answered. */
@SipTest
class KilledNodeTest {

    private static final int START_S = 120;

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Outbox outbox;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    AttemptRepository attempts;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Clock clock;
    @Autowired
    Environment settings;

    @Test
    void whatItSentIsUnclearAndAnIncidentAndNoSecondMailFollows() throws Exception {
        String number = journey.toDispatch(Children.bornOn("20140606"));
        long bup = participants.findByCaseNumberOrderById(number).stream().filter(p -> BUP.equals(p.unitId())).findFirst()
                .orElseThrow().id();
        Delivery delivery = outbox.send(Order.of(number, Purpose.ANSWER_REMINDER, Addressee.unit(BUP), "kallelse:1", "1",
                Way.MAIL).withParticipantId(bup).withAnswerBy(LocalDate.of(2026, 3, 12)));
        sip.asSystem();
        String process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number)
                .processDefinitionKey("leverans").singleResult().getId();
        String job = management.createJobQuery().processInstanceId(process).singleResult().getId();

        try (var mailServer = new HoldingServer(0); var database = new Shared(settings)) {
            Process node = start(job, mailServer.port(), database);
            try {
                mailServer.awaitMail(START_S);
            } finally {
                node.destroyForcibly();
            }
            assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).as("killed, not ended").isNotZero();
            assertThat(mailServer.mails()).isEqualTo(1);
        }
        assertThat(status(number)).as("the attempt was committed, its result never").isEqualTo(Status.ATTEMPTED);
        assertThat(attempts.findByDeliveryIdOrderByAttemptNo(delivery.id())).singleElement()
                .satisfies(a -> assertThat(a.endedAt()).isNull());

        sip.deliver(number);
        assertThat(status(number)).isEqualTo(Status.UNCLEAR);
        assertThat(outbox.viewsOf(number)).last().satisfies(
                v -> assertThat(v.statusText()).isEqualTo("Oklart om skickad"));
        sip.asSystem();
        assertThat(runtime.createIncidentQuery().processInstanceId(process).list()).singleElement().satisfies(i -> {
            assertThat(i.getIncidentType()).isEqualTo("oklartOmSkickat");
            assertThat(i.getIncidentMessage()).contains("Barn- och ungdomspsykiatrin").doesNotContain("Alva");
        });
        assertThat(sip.tasksWith(number, "oklar_sandning")).hasSize(1);
        sip.pass(Duration.ofDays(3)).deliver(number);
        assertThat(TestMail.all()).as("no second one").noneMatch(m -> subject(m).startsWith(number));
    }

    private Process start(String job, int mailPort, Shared database) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", System.getProperty("surefire.test.class.path",
                        System.getProperty("java.class.path")), SecondNode.class.getName(),
                clock.instant().toString(), job, "--spring.datasource.hikari.maximum-pool-size=5",
                "--sip.mail.host=127.0.0.1", "--sip.mail.port=" + mailPort, "--sip.mail.tls=false",
                "--sip.mail.from=sip@example.se", "--sip.mail.timeout=120s"));
        command.addAll(database.settings());
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Path.of("target", "second-node.log").toFile()).start();
    }

    private Status status(String number) {
        List<Delivery> found = outbox.of(number);
        return found.get(found.size() - 1).status();
    }

    private static String subject(jakarta.mail.internet.MimeMessage message) {
        try {
            return String.valueOf(message.getSubject());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tests' database, open to another process too: PostgreSQL is, H2 in memory is served. */
    private static final class Shared implements AutoCloseable {

        private final Environment environment;
        private final Server server;

        Shared(Environment environment) throws Exception {
            this.environment = environment;
            this.server = url().startsWith("jdbc:h2:") ? Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start()
                    : null;
        }

        private String url() {
            return environment.getRequiredProperty("spring.datasource.url");
        }

        List<String> settings() {
            if (server == null) {
                return List.of("--spring.datasource.url=" + url(), "--spring.datasource.username=postgres",
                        "--spring.flyway.schemas=sip", "--spring.flyway.default-schema=sip");
            }
            String name = url().replaceFirst("^jdbc:h2:mem:([^;]+).*", "$1");
            return List.of("--spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name);
        }

        @Override
        public void close() {
            if (server != null) {
                server.stop();
            }
        }
    }
}
