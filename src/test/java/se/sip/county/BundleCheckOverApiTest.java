package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.sip.browser.BrowserTest;

/** A process owner without a terminal sends the changed files and gets the same report as from the command line. */
@BrowserTest
class BundleCheckOverApiTest {

    private static final Path CALL = Path.of("processes/kalla.bpmn");

    @LocalServerPort
    private int port;
    @Autowired
    private ObjectMapper json;

    @Test
    void aChangedFileIsHeldAgainstTheContractAndItsPathIsShown() throws Exception {
        String wrong = Edit.reroute("andra", "skicka").apply(Files.readString(CALL));

        HttpResponse<String> answer = send("processagare", "vgr", "kalla.bpmn", wrong.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode report = json.readTree(answer.body());
        assertThat(report.get("fine").asBoolean()).isFalse();
        assertThat(report.get("faults").findValuesAsText("file")).contains("processes/vgr/kalla.bpmn");
        assertThat(report.get("faults").findValuesAsText("fault")).anySatisfy(fault ->
                assertThat(fault).contains("grundlagen").contains("→ Skicka kallelserna"));
    }

    @Test
    void aZipOfTheWholeFolderIsReadAsTheCountysOwnFilesAlone() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (String name : new String[] {"processes/kalla.bpmn", "decisions/vgr/frister.dmn",
                "decisions/halland/frister.dmn", "README.md"}) {
                zip.putNextEntry(new ZipEntry("sip/" + name));
                zip.write(Files.readAllBytes(Path.of(name)));
            }
        }

        JsonNode report = json.readTree(send("processagare", "vgr", "sip.zip", packed.toByteArray()).body());

        assertThat(report.get("fine").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.get("read").asText()).startsWith("1 filer");
    }

    @ParameterizedTest
    @CsvSource({"h-processagare, vgr, 403", "elevhalsa, vgr, 403", "processagare, halland, 403"})
    void onlyTheCountysOwnProcessOwnerIsLetIn(String account, String county, int status) throws Exception {
        assertThat(send(account, county, "kalla.bpmn", Files.readAllBytes(CALL)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"halland.zip, 200", "bild.png, 200", "LÄSMIG.md, 400"})
    void whatIsNoFileOfACountyIsSaidSo(String name, int status) throws Exception {
        HttpResponse<String> answer = send("processagare", "vgr", name, "inget".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\"fine\":true");
    }

    private HttpResponse<String> send(String account, String county, String file, byte[] content) throws Exception {
        String login = Base64.getEncoder().encodeToString((account + ":sip-demo").getBytes(StandardCharsets.UTF_8));
        var body = new ByteArrayOutputStream();
        body.write(("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                + "/api/counties/" + county + "/bundle/check")).header("Authorization", "Basic " + login)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
