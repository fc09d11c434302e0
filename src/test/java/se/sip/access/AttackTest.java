package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What somebody tries from outside, past the pages: each is refused and leaves nothing behind. */
class AttackTest extends RunningProduct {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Test
    void aSessionThatWasPlantedBeforeTheLoginIsNotTheOneAfterIt() {
        var victim = new Browser(port);
        victim.get("/arenden");
        victim.get("/login");
        String planted = victim.cookie("JSESSIONID");

        victim.postForm("/login", "username=elevhalsa&password=" + PASSWORD);

        assertThat(victim.cookie("JSESSIONID")).isNotBlank().isNotEqualTo(planted);
        if (planted != null) {
            var attacker = new Browser(port);
            assertThat(attacker.withCookie("JSESSIONID", planted).get("/api/tasks").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aHundredWrongLoginsTellNothingAndDoNotLetTheHundredAndFirstIn() {
        var user = identity.newUser("forsokskanin");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        try {
            var answers = new ArrayList<String>();
            for (int i = 0; i < 100; i++) {
                answers.add(login("forsokskanin", "fel" + i));
            }
            assertThat(answers).as("a hundred times the same").containsOnly(login("finns-inte", "fel"));
            assertThat(login("forsokskanin", PASSWORD)).as("it waits, and looks the same").isEqualTo(answers.get(0));
            assertThat(new Browser(port).get("/api/tasks").statusCode()).isEqualTo(401);
        } finally {
            identity.deleteUser("forsokskanin");
        }
    }

    @Test
    void fiftyMegabytesAreRefusedWhoeverSendsThem() throws IOException {
        for (String path : List.of("/login", "/api/tasks/x/form", "/arenden/sok", ENGINE + "/task/x/submit-form")) {
            assertThat(rawStatus(path)).as(path).contains(" 413");
        }
    }

    /** Sends the head only: the answer must come without the body being waited for. */
    private String rawStatus(String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                    + "\r\nContent-Length: 50000000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var line = new StringBuilder();
            for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }

    @Test
    void aLineBreakReachesNeitherAHeaderNorTheLog() {
        var elin = as("elevhalsa");
        var log = (Logger) LoggerFactory.getLogger("se.sip");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try {
            HttpResponse<String> search = elin.postForm("/arenden/sok", "personnummer=" + URLEncoder.encode(
                    "SIP-2026-000001\r\nSet-Cookie: a=b", StandardCharsets.UTF_8));
            assertThat(search.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("a="));
            assertThat(search.headers().firstValue("Location")).isEmpty();
            assertThat(elin.get(ENGINE + "/x%0d%0aWARN forged".replace(" ", "%20")).statusCode()).isIn(400, 403);
            assertThat(elin.get("/preview/%0d%0aforged").statusCode()).isIn(400, 403, 404);
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list).noneMatch(line -> line.getFormattedMessage().contains("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/preview/forms/../../application.yml", "/api/preview/forms/..%2f..%2fapplication.yml",
        "/api/preview/forms/%2e%2e/%2e%2e/application.yml", "/api/preview/forms/delar/../../application.yml",
        "/sip/../application.yml", "/sip/%2e%2e/application.yml", "/preview/..%2fapplication.yml",
        "/camunda/app/../../application.yml", "/api/forms/..%2f..%2fapplication/schema"})
    void noNameLeadsOutOfItsFolder(String path) throws IOException {
        var petra = as("processagare");
        assertThat(petra.get(path).statusCode()).isIn(302, 400, 403, 404);
        assertThat(petra.get(path).body()).doesNotContain("datasource");
    }

    @Test
    void aFormFieldThatNobodyAskedForChangesNothing() {
        var elin = as("elevhalsa");
        String task = taskIn("vgr").getId();
        assertThat(elin.send("PUT", ENGINE + "/task/" + task, "{\"assignee\":\"elevhalsa\",\"tenantId\":\"annat\"}")
                .statusCode()).isEqualTo(403);
        assertThat(elin.post("/api/tasks/" + task + "/claim", "{\"userId\":\"bup\"}").statusCode()).isIn(204, 404);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNotEqualTo("bup");
        assertThat(elin.postForm("/login", "username=elevhalsa&password=" + PASSWORD + "&roles=driftadmin")
                .statusCode()).isEqualTo(302);
        assertThat(identity.createGroupQuery().groupMember("elevhalsa").groupId("driftadmin").count()).isZero();
    }

    @Test
    void anExpressionInAQueryIsNotEvaluated() {
        var elin = as("elevhalsa");
        for (String name : List.of("assigneeExpression", "dueBeforeExpression", "candidateUserExpression")) {
            assertThat(elin.get(ENGINE + "/filter?" + name + "=%24%7B%27%27.getClass()%7D").statusCode()).isEqualTo(403);
        }
    }

    private String login(String user, String password) {
        var browser = new Browser(port);
        browser.get("/login");
        var answer = browser.postForm("/login", "username=" + user + "&password=" + password);
        return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + " " + answer.body();
    }
}
