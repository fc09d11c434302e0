package se.sip.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import se.sip.command.CountyCommands.WrongUseException;

/** A running server, as a process owner's command line calls it. */
class Server {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final String BOUNDARY = "sip-boundary-7f3a9c";

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final String key;

    /** @throws WrongUseException where the address is none */
    Server(String address, String county, String key) {
        try {
            base = URI.create(address.replaceAll("/+$", "") + "/api/counties/" + county + "/");
            if (base.getHost() == null || base.getScheme() == null || !base.getScheme().matches("https?")) {
                throw new IllegalArgumentException(address);
            }
        } catch (IllegalArgumentException wrong) {
            throw new WrongUseException("Serverns adress går inte att läsa: " + address + ". Skriv till exempel "
                    + "https://sip.example.se.");
        }
        this.key = key;
    }

    JsonNode get(String path) {
        return call(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    JsonNode post(String path, Map<String, Object> body) {
        try {
            return call(HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JsonNode send(String path, byte[] zip) {
        BodyPublisher body = BodyPublishers.concat(BodyPublishers.ofString("--" + BOUNDARY + "\r\nContent-Disposition: "
                + "form-data; name=\"files\"; filename=\"filer.zip\"\r\nContent-Type: application/zip\r\n\r\n"),
                BodyPublishers.ofByteArray(zip), BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return call(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(body));
    }

    /** Between two questions of how something goes. */
    static void pause() {
        try {
            Thread.sleep(BETWEEN.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WrongUseException("Avbrutet.");
        }
    }

    /**
     * @throws ServerRefusedException where the server says no to what was asked
     * @throws WrongUseException where it cannot be reached, or the key does not open it
     */
    private JsonNode call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.header("Authorization", "Bearer " + key)
                    .header("Accept", "application/json").timeout(PATIENCE).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == 401) {
                throw new WrongUseException("Nyckeln gäller inte, eller inte längre. Skapa en ny på sidan Processer.");
            }
            JsonNode said = json.readTree(answer.body());
            if (answer.statusCode() == 403 || answer.statusCode() == 404) {
                throw new WrongUseException(detail(said, "Servern svarar att det inte finns, eller inte är till för dig."));
            }
            if (answer.statusCode() >= 400) {
                throw new ServerRefusedException(detail(said, "Servern svarar med fel " + answer.statusCode() + "."));
            }
            return said;
        } catch (JsonProcessingException other) {
            throw new WrongUseException("Det som svarar på " + base.getHost() + " är inte produkten.");
        } catch (IOException unreachable) {
            throw new WrongUseException("Servern " + base.getHost() + " går inte att nå.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WrongUseException("Avbrutet.");
        }
    }

    private static String detail(JsonNode problem, String otherwise) {
        String detail = problem.path("detail").asText(problem.path("title").asText(""));
        return detail.isEmpty() ? otherwise : detail;
    }

    /** The server says no, in Swedish. */
    static class ServerRefusedException extends RuntimeException {

        ServerRefusedException(String message) {
            super(message);
        }
    }
}
