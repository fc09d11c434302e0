package se.sip.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.Clause;
import se.sip.browser.BrowserTest;

/** What is wrong with a start over the API comes back as one problem document, and nothing is kept (RFC 9457). */
@BrowserTest
class BadStartOverApiTest {

    @LocalServerPort
    private int port;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @CsvSource({"elevhalsa, halland-1380-elevhalsa",
        "h-elevhalsa, vgr-1490-elevhalsa"})
    @Clause({"VGB-17", "HAL-73"})
    void everyFaultComesBackInOneProblemDocument(String account, String foreign) throws Exception {
        int before = cases();
        String content = """
                {"startingUnit": "%s", "origin": "OWN_ASSESSMENT", "discoveredOn": "2999-01-01",
                 "idNumber": "20140312-2384", "givenName": "<script>alert(1)</script>", "familyName": "%s",
                 "municipality": "0000", "protection": "NONE", "needsFrom": [], "needDescription": "",
                 "inpatient": false, "urgent": true}""".formatted(foreign, "x".repeat(10_000));
        HttpResponse<String> answer = post(account, "/api/processes/sip/start", content);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("title").asText()).isEqualTo("Formuläret kan inte tas emot");
        assertThat(problem.get("faults").findValuesAsText("field")).contains("startingUnit", "discoveredOn",
                "idNumber", "familyName", "municipality", "needsFrom", "needDescription", "urgencyReason");
        assertThat(answer.body()).doesNotContain("<script").doesNotContain("alert").doesNotContain("xxxx");
        assertThat(cases()).as("no half case").isEqualTo(before);

        for (String broken : List.of("{", "[]", "\"text\"", "null")) {
            assertThat(post(account, "/api/processes/sip/start", broken).statusCode()).as(broken).isEqualTo(400);
        }
        assertThat(cases()).isEqualTo(before);
    }

    private HttpResponse<String> post(String account, String path, String content) throws Exception {
        String login = Base64.getEncoder().encodeToString((account + ":sip-demo").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(content)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int cases() {
        return jdbc.queryForObject("select count(*) from sip.case_file", Integer.class);
    }
}
