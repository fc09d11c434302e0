package se.sip.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.sip.browser.BrowserTest;

/**
 * Runs the calls of {@code docs/api.md} as they stand there, one after the other, and holds the answers against those
 * shown. Days are moved as far as today is from the day the guide was written; numbers and keys are learnt from the
 * answers, as a reader would. Shares the running demonstration with the browser tests.
 */
@BrowserTest
class ApiGuideTest {

    private static final LocalDate WRITTEN = LocalDate.of(2026, 3, 3);
    private static final Pattern CALL = Pattern.compile(
            "```sh\\n(curl .*?)```\\n+Answer `(\\d+)`[.:]\\n(?:\\n```json\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    /** Fields whose values the product makes up. */
    private static final Set<String> LEARNT = Set.of("caseNumber", "id");

    @LocalServerPort
    private int port;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private Clock clock;
    private final Map<String, String> learnt = new LinkedHashMap<>();

    /** A call of the guide and the answer it shows. */
    private record Call(String command, int status, String answer) {
    }

    @Test
    void everyCallOfTheGuideAnswersAsShown() throws Exception {
        String guide = Files.readString(Path.of("docs/api.md"));
        List<Call> calls = new ArrayList<>();
        CALL.matcher(guide).results().forEach(
                m -> calls.add(new Call(m.group(1), Integer.parseInt(m.group(2)), m.group(3))));
        assertThat(calls).as("every shell block is a call with an answer").hasSize(guide.split("```sh").length - 1)
                .hasSizeGreaterThan(12);
        for (String path : List.of("/api/processes/sip/start", "/api/tasks ", "/claim", "/form/check", "/form ",
                "/api/cases/SIP-2026-000013 ", "/events", "/schema")) {
            assertThat(calls).as(path).anyMatch(c -> (c.command().replaceAll("\\s+", " ") + " ").contains(path));
        }

        for (Call call : calls) {
            HttpResponse<String> answer = run(call.command());
            String what = call.command() + "\n" + answer.statusCode() + " " + answer.body();
            assertThat(answer.statusCode()).as(what).isEqualTo(call.status());
            if (call.status() >= 400) {
                assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(what)
                        .startsWith("application/problem+json");
            }
            if (call.answer() == null) {
                assertThat(answer.body()).as(what).isEmpty();
            } else {
                assertThat(differences(json.readTree(call.answer()), json.readTree(answer.body()), "")).as(what)
                        .isEmpty();
            }
        }
        assertThat(learnt).as("a case and a task were found").hasSize(2);
    }

    private HttpResponse<String> run(String command) throws Exception {
        String method = null;
        String body = null;
        HttpRequest.Builder request = HttpRequest.newBuilder();
        Iterator<String> words = words(command).iterator();
        assertThat(words.next()).isEqualTo("curl");
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-u" -> request.header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(words.next().getBytes(StandardCharsets.UTF_8)));
                case "-X" -> method = words.next();
                case "-H" -> {
                    String[] header = words.next().split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-d" -> body = today(asLearnt(words.next()));
                default -> request.uri(URI.create(asLearnt(word).replace("http://localhost:8080",
                        "http://localhost:" + port)));
            }
        }
        request.method(method != null ? method : body == null ? "GET" : "POST",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(command.replace("\\\n", " "));
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }

    private String asLearnt(String text) {
        String known = text;
        for (var value : learnt.entrySet()) {
            known = known.replace(value.getKey(), value.getValue());
        }
        return known;
    }

    private String today(String text) {
        long moved = ChronoUnit.DAYS.between(WRITTEN, LocalDate.now(clock));
        return DAY.matcher(text).replaceAll(day -> LocalDate.parse(day.group()).plusDays(moved).toString());
    }

    /** Where the answer lacks something that the guide shows. */
    private List<String> differences(JsonNode shown, JsonNode answer, String at) {
        var found = new ArrayList<String>();
        if (shown.isObject() && answer.isObject()) {
            shown.fields().forEachRemaining(field -> {
                JsonNode value = answer.get(field.getKey());
                if (value == null) {
                    found.add(at + "/" + field.getKey() + " is missing");
                } else {
                    found.addAll(differences(field.getKey(), field.getValue(), value, at));
                }
            });
        } else if (shown.isArray() && answer.isArray()) {
            for (JsonNode element : shown) {
                if (!has(answer, element, at)) {
                    found.add(at + " holds no " + element);
                }
            }
        } else if (!shown.equals(answer)) {
            found.add(at + " is " + answer + ", not " + shown);
        }
        return found;
    }

    private List<String> differences(String name, JsonNode shown, JsonNode answer, String path) {
        String at = path + "/" + name;
        if (LEARNT.contains(name) && shown.isTextual() && answer.isTextual()) {
            String known = learnt.putIfAbsent(shown.textValue(), answer.textValue());
            return known == null || known.equals(answer.textValue()) ? List.of() : List.of(at + " is another");
        }
        if (shown.isTextual() && answer.isTextual() && DAY.matcher(shown.textValue()).matches()) {
            return DAY.matcher(answer.textValue()).matches() ? List.of() : List.of(at + " is no day");
        }
        return differences(shown.isTextual() ? json.getNodeFactory().textNode(asLearnt(shown.textValue())) : shown,
                answer, at);
    }

    /** Only an element that fits wholly teaches its key. */
    private boolean has(JsonNode answer, JsonNode element, String at) {
        for (JsonNode candidate : answer) {
            var before = new LinkedHashMap<>(learnt);
            if (differences(element, candidate, at).isEmpty()) {
                return true;
            }
            learnt.clear();
            learnt.putAll(before);
        }
        return false;
    }
}
