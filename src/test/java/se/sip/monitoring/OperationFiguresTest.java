package se.sip.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** The figures that Prometheus fetches, who may, and that the dashboard and the alarms ask for nothing that is not there. */
@SipTest
class OperationFiguresTest {

    private static final String TOKEN = "a-token-of-the-tests-only";

    @LocalServerPort
    int port;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;

    @Test
    void theFiguresAreThereForWhoeverHasTheToken() throws Exception {
        String number = journey.toMeeting(Children.bornOn("20140824"));
        sip.pass(Duration.ofMinutes(2));
        assertThat(scrape(null).statusCode()).isEqualTo(302);
        assertThat(scrape("Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/metrics", "Bearer " + TOKEN).statusCode()).as("nothing else by it").isEqualTo(302);
        var answer = scrape("Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsPattern("sip_cases\\{county=\"vgr\",group=\"open\"\\} [1-9]")
                .containsPattern("sip_cases\\{county=\"vgr\",group=\"meeting\"\\} [1-9]")
                .contains("sip_cases_past_date{county=\"halland\",rule=\"call\"}").contains("sip_decision_seconds_count{table=\"frister\"}")
                .contains("sip_jobs_oldest_due_seconds").doesNotContain(number).doesNotContain("Lindqvist");
    }

    @Test
    void theDashboardAndTheAlarmsAskOnlyForWhatIsThere() throws Exception {
        journey.toPreparation(Children.bornOn("20140825"));
        String figures = scrape("Bearer " + TOKEN).body();
        for (String file : new String[] {"operations/grafana-sip.json", "operations/alarms-sip.yml"}) {
            var asked = new TreeSet<String>();
            Pattern.compile("\\bsip_[a-z_]+").matcher(Files.readString(Path.of(file))).results().forEach(m -> asked.add(m.group()));
            assertThat(asked).as(file).isNotEmpty().allSatisfy(name -> assertThat(figures).contains(name));
        }
    }

    @Test
    void livenessAndReadinessAreOpenAndSayNoMoreThanTheirState() throws Exception {
        assertThat(get("/actuator/health/liveness", null).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/readiness", null).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void aLineThatIsLoggedWhileACaseIsAnsweredHasItsNumber() throws Exception {
        var seen = new String[2];
        new CaseNumberInLog().doFilter(new MockHttpServletRequest("GET", "/arenden/SIP-2026-000123/mote"),
                new MockHttpServletResponse(), (request, response) -> seen[0] = MDC.get(CaseNumberInLog.NAME));
        new CaseNumberInLog().doFilter(new MockHttpServletRequest("GET", "/arenden"), new MockHttpServletResponse(),
                (request, response) -> seen[1] = MDC.get(CaseNumberInLog.NAME));
        assertThat(seen).containsExactly("SIP-2026-000123", null);
        assertThat(MDC.get(CaseNumberInLog.NAME)).isNull();
    }

    private HttpResponse<String> scrape(String authorization) throws IOException, InterruptedException {
        return get("/actuator/prometheus", authorization);
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(60))
                .header("Accept", path.contains("prometheus") ? "text/plain" : "*/*");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
