package se.sip.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.SipApplication;
import se.sip.testing.CalledCase;
import se.sip.testing.FormContent;

/**
 * The process is killed in the middle of publishing and in the middle of moving cases, and started again: what a county
 * runs is whole, no case is on two versions, and what was begun can be finished.
 */
@Tag("soak")
class KilledProcessOwnersNodeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PUBLICATIONS = 4;
    private static final int CASES = 60;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private EmbeddedPostgres postgres;
    private JdbcTemplate jdbc;
    private Node node;

    @BeforeEach
    void start() throws Exception {
        mail.start();
        postgres = EmbeddedPostgres.start();
        jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
        String database = postgres.getJdbcUrl("postgres", "postgres");
        Process tables = Node.java(SipApplication.class.getName(), "migrate", "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres", "--spring.flyway.schemas=sip",
                "--spring.flyway.default-schema=sip");
        assertThat(tables.waitFor()).isZero();
        begin();
    }

    @AfterEach
    void stop() throws Exception {
        node.kill();
        postgres.close();
        mail.stop();
    }

    @Test
    void aPublicationIsThereWholeOrNotAtAllAndCanBeConfirmedAgain() throws Exception {
        int cutOff = 0;
        for (int turn = 1; turn <= PUBLICATIONS; turn++) {
            long candidate = proposed("Efter avbrott " + turn);
            int before = version();
            killAfter(ThreadLocalRandom.current().nextLong(100, 2_500), () -> post("processagare-tva",
                    "/api/counties/vgr/candidates/" + candidate + "/confirm", "{}"));
            begin();

            assertThatWhatRunsIsWhole();
            if (version() == before) {
                cutOff++;
                assertThat(stateOf(candidate)).isEqualTo("PROPOSED");
                assertThat(post("processagare-tva", "/api/counties/vgr/candidates/" + candidate + "/confirm", "{}")
                        .statusCode()).isEqualTo(200);
                assertThatWhatRunsIsWhole();
            }
            assertThat(version()).isEqualTo(before + 1);
            assertThat(stateOf(candidate)).isEqualTo("PUBLISHED");
        }
        System.out.printf("Killed %d times while publishing, %d of them cut it off%n", PUBLICATIONS, cutOff);
    }

    @Test
    void aMoveGoesOnWhereItWasAndNoCaseIsOnTwoVersions() throws Exception {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < CASES; i++) {
            HttpResponse<String> started = post("elevhalsa", "/api/processes/sip/start", JSON.writeValueAsString(
                    FormContent.with(FormContent.behov(), "idNumber", CalledCase.person())));
            assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
            numbers.add(JSON.readTree(started.body()).get("caseNumber").asText());
        }
        long candidate = proposed("Flyttas");
        assertThat(post("processagare-tva", "/api/counties/vgr/candidates/" + candidate + "/confirm", "{}").statusCode())
                .isEqualTo(200);
        assertThat(post("processagare", "/api/counties/vgr/moves", "{}").statusCode()).isEqualTo(200);
        for (int look = 0; look < 600 && moved() < 5; look++) {
            Thread.sleep(100);
        }
        node.kill();
        int atTheKill = moved();
        assertThatNoCaseIsOnTwoVersions(numbers);

        begin();
        for (long end = System.nanoTime() + LONGEST.toNanos(); waiting() > 0 && System.nanoTime() < end; ) {
            Thread.sleep(500);
        }
        assertThat(waiting()).as("cases that wait").isZero();
        assertThatNoCaseIsOnTwoVersions(numbers);
        assertThat(moved()).isEqualTo(CASES);
        assertThat(jdbc.queryForObject("select count(*) from sip.case_event where kind = 'MOVED_TO_VERSION'", Integer.class))
                .as("each once").isEqualTo(CASES);
        System.out.printf("Killed when %d of %d cases had been moved; all were moved after the start%n", atTheKill, CASES);
    }

    private void begin() throws Exception {
        node = Node.start(postgres.getJdbcUrl("postgres", "postgres"), mail.getSmtp().getPort(),
                "--sip.publication.rehearsed=false").awaitUp();
    }

    private interface Call {

        HttpResponse<String> send() throws Exception;
    }

    private void killAfter(long milliseconds, Call call) throws Exception {
        var asking = new Thread(() -> {
            try {
                call.send();
            } catch (Exception cutOff) {
                // The node has been killed.
            }
        });
        asking.start();
        Thread.sleep(milliseconds);
        node.kill();
        asking.join();
    }

    /** Each version has its deployment and each deployment its version; new cases begin on the newest. */
    private void assertThatWhatRunsIsWhole() {
        assertThat(jdbc.queryForList("select deployment_id from sip.publication where county = 'vgr' order by 1", String.class))
                .isEqualTo(jdbc.queryForList("select id_ from act_re_deployment where tenant_id_ = 'vgr' order by 1",
                        String.class));
        assertThat(jdbc.queryForList("select distinct deployment_id_ from act_re_procdef p where tenant_id_ = 'vgr' and"
                + " version_ = (select max(version_) from act_re_procdef where tenant_id_ = 'vgr' and key_ = p.key_)",
                String.class)).containsExactly(jdbc.queryForObject("select deployment_id from sip.publication where county ="
                        + " 'vgr' and version = " + version(), String.class));
    }

    private void assertThatNoCaseIsOnTwoVersions(List<String> numbers) {
        String runs = jdbc.queryForObject("select deployment_id from sip.publication where county = 'vgr' and version = "
                + version(), String.class);
        for (String number : numbers) {
            List<String> on = jdbc.queryForList("select distinct d.deployment_id_ from act_ru_execution e"
                    + " join act_re_procdef d on d.id_ = e.proc_def_id_ join act_ru_execution r on r.id_ ="
                    + " e.root_proc_inst_id_ where r.business_key_ = ?", String.class, number);
            assertThat(on).as(number).hasSize(1);
            assertThat(on.contains(runs)).as(number).isEqualTo("MOVED".equals(jdbc.queryForObject(
                    "select state from sip.move_case where case_number = ?", String.class, number)));
        }
    }

    private int moved() {
        return jdbc.queryForObject("select count(*) from sip.move_case where state = 'MOVED'", Integer.class);
    }

    private int waiting() {
        return jdbc.queryForObject("select count(*) from sip.move_case where state = 'WAITING'", Integer.class);
    }

    private int version() {
        return jdbc.queryForObject("select max(version) from sip.publication where county = 'vgr'", Integer.class);
    }

    private String stateOf(long candidate) {
        return jdbc.queryForObject("select state from sip.candidate where id = ?", String.class, candidate);
    }

    private long proposed(String mark) throws Exception {
        String table = Files.readString(Path.of("decisions/vgr/frister.dmn")).replaceFirst(
                "<decision ([^>]*?)name=\"[^\"]*\"", "<decision $1name=\"" + mark + "\"");
        String edge = "edge-of-the-files";
        HttpResponse<String> made = client.send(as("processagare", "/api/counties/vgr/candidates")
                .header("Content-Type", "multipart/form-data; boundary=" + edge).POST(BodyPublishers.ofString("--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"frister.dmn\"\r\n"
                        + "Content-Type: text/xml\r\n\r\n" + table + "\r\n--" + edge + "--\r\n")).build(),
                BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode candidate = JSON.readTree(made.body());
        assertThat(post("processagare", "/api/counties/vgr/candidates/" + candidate.get("id").asLong() + "/propose",
                JSON.writeValueAsString(Map.of("message", mark, "warningsSeen", true))).statusCode()).isEqualTo(200);
        return candidate.get("id").asLong();
    }

    private HttpResponse<String> post(String user, String path, String body) throws IOException, InterruptedException {
        return client.send(as(user, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder as(String user, String path) {
        return HttpRequest.newBuilder(URI.create(node.url(path))).timeout(Duration.ofMinutes(2)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString((user + ":sip-demo").getBytes()));
    }
}
