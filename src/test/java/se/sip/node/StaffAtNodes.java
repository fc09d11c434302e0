package se.sip.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;

/** A member of staff who calls whichever node answers, and tries another one where it does not. */
final class StaffAtNodes {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN = "Basic " + Base64.getEncoder().encodeToString("elevhalsa:sip-demo".getBytes());

    private final List<Node> nodes;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    StaffAtNodes(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** Takes a case from its need to the dispatch of its invitations; its number, or null where its start was cut off. */
    String toAnswers(String idNumber) throws Exception {
        HttpResponse<String> start = call("POST", "/api/processes/sip/start",
                FormContent.with(FormContent.behov(), "idNumber", idNumber));
        if (start.statusCode() != 201) {
            return null;
        }
        String number = JSON.readTree(start.body()).get("caseNumber").asText();
        handIn(number, "forbered", known -> Journey.forbered());
        handIn(number, "enheter", known -> Map.of("proposals",
                List.of(Map.of("keep", true), Map.of("keep", true), Map.of("keep", true))));
        handIn(number, "samtycke", known -> Journey.samtycke());
        handIn(number, "kallelse", Journey::kallelse);
        return number;
    }

    private interface Filled {

        Map<String, Object> from(JsonNode known);
    }

    private void handIn(String number, String form, Filled content) throws Exception {
        String task = null;
        for (long end = System.nanoTime() + PATIENCE.toNanos(); task == null; ) {
            for (JsonNode line : JSON.readTree(call("GET", "/api/tasks", null).body())) {
                if (number.equals(line.path("caseNumber").asText()) && form.equals(line.path("form").asText())) {
                    task = line.get("id").asText();
                }
            }
            if (task == null && System.nanoTime() > end) {
                throw new IllegalStateException("No task with the form " + form + " in " + number);
            }
            if (task == null) {
                Thread.sleep(300);
            }
        }
        call("POST", "/api/tasks/" + task + "/claim", null);
        JsonNode known = JSON.readTree(call("GET", "/api/tasks/" + task, null).body()).path("model");
        HttpResponse<String> answer = call("POST", "/api/tasks/" + task + "/form", laidOver(known,
                JSON.valueToTree(content.from(known))));
        // After a try that was cut off the task may be gone: then the first try was taken.
        if (answer.statusCode() >= 400 && answer.statusCode() != 404 && answer.statusCode() != 409) {
            throw new IllegalStateException(form + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** As a browser sends it: what the form showed, with what was typed. */
    private static JsonNode laidOver(JsonNode shown, JsonNode typed) {
        if (shown instanceof ObjectNode below && typed instanceof ObjectNode above) {
            ObjectNode both = below.deepCopy();
            above.fields().forEachRemaining(field -> both.set(field.getKey(),
                    laidOver(below.path(field.getKey()), field.getValue())));
            return both;
        }
        if (shown instanceof ArrayNode below && typed instanceof ArrayNode above) {
            ArrayNode both = JSON.createArrayNode();
            for (int i = 0; i < above.size(); i++) {
                both.add(laidOver(below.path(i), above.get(i)));
            }
            return both;
        }
        return typed;
    }

    private HttpResponse<String> call(String method, String path, Object body) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Node node = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
            try {
                var request = HttpRequest.newBuilder(URI.create(node.url(path))).header("Authorization", LOGIN)
                        .header("Content-Type", "application/json").timeout(Duration.ofSeconds(60))
                        .method(method, body == null ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (IOException e) {
                // The node is gone. Another one is asked.
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No node answers " + path);
            }
            Thread.sleep(200);
        }
    }
}
