package se.sip.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Builds the body that is passed on from what was sent: never the sent bytes themselves, except where a role may send
 * anything. What a form holds then reaches the engine as one Json variable that is stored nowhere.
 */
class GateBodies {

    /** Bytes; a plan with many interventions is some tens of kilobytes. */
    static final int LIMIT = 512 * 1024;

    private static final String FORM = "form";

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    HttpServletRequest clean(HttpServletRequest request, Gate.Body body, String user)
            throws IOException, RefusedBodyException {
        return switch (body) {
            case ANY -> request;
            case NONE -> request.getMethod().equals("GET") ? request : replaced(request, empty(request));
            case FORM -> replaced(request, form(request));
            case SELF -> replaced(request, self(request, user));
            case QUERY -> replaced(request, query(request));
        };
    }

    private HttpServletRequest replaced(HttpServletRequest request, ObjectNode body) throws JsonProcessingException {
        return new ReplacedBodyRequest(request, json.writeValueAsBytes(body));
    }

    private ObjectNode empty(HttpServletRequest request) throws IOException, RefusedBodyException {
        if (!read(request).isEmpty()) {
            throw new RefusedBodyException("Anropet får inte bära några uppgifter.");
        }
        return json.createObjectNode();
    }

    private ObjectNode form(HttpServletRequest request) throws IOException, RefusedBodyException {
        var sent = read(request);
        for (Iterator<String> names = sent.fieldNames(); names.hasNext();) {
            String name = names.next();
            boolean expected = name.equals("variables") || name.equals("businessKey") && sent.get(name).isNull();
            if (!expected) {
                throw notOnlyAForm();
            }
        }
        var variables = sent.path("variables");
        var form = variables.path(FORM);
        if (variables.size() != 1 || !form.isObject()) {
            throw notOnlyAForm();
        }
        var type = form.path("type");
        if (!type.isMissingNode() && !type.isNull() && !type.asText().equals("Json")) {
            throw notOnlyAForm();
        }
        var cleaned = json.createObjectNode();
        cleaned.putObject("variables").putObject(FORM)
                .put("value", json.writeValueAsString(content(form.path("value"))))
                .put("type", "Json")
                .putObject("valueInfo").put("transient", true);
        return cleaned;
    }

    /** Tasklist sends the filled-in form as text that holds JSON; an object is as good. */
    private JsonNode content(JsonNode value) throws RefusedBodyException {
        var content = value;
        if (value.isTextual()) {
            try {
                content = json.readTree(value.textValue());
            } catch (JsonProcessingException e) {
                throw notOnlyAForm();
            }
        }
        if (!content.isObject()) {
            throw notOnlyAForm();
        }
        return content;
    }

    private ObjectNode self(HttpServletRequest request, String user) throws IOException, RefusedBodyException {
        var sent = read(request);
        if (sent.size() != 1 || !user.equals(sent.path("userId").asText(null))) {
            throw new RefusedBodyException("Du kan bara ta uppgiften själv.");
        }
        return json.createObjectNode().put("userId", user);
    }

    private ObjectNode query(HttpServletRequest request) throws IOException, RefusedBodyException {
        var sent = read(request);
        var faults = new boolean[1];
        eachName(sent, name -> faults[0] |= name.toLowerCase(java.util.Locale.ROOT).contains("expression"));
        if (faults[0]) {
            throw new RefusedBodyException("Sökningen går inte att göra.");
        }
        return sent;
    }

    private static void eachName(JsonNode node, Consumer<String> seen) {
        node.fieldNames().forEachRemaining(seen);
        node.elements().forEachRemaining(child -> eachName(child, seen));
    }

    private ObjectNode read(HttpServletRequest request) throws IOException, RefusedBodyException {
        byte[] sent = request.getInputStream().readNBytes(LIMIT + 1);
        if (sent.length > LIMIT) {
            throw new RefusedBodyException("Formuläret är för stort. Korta texterna och försök igen.");
        }
        if (sent.length == 0) {
            return json.createObjectNode();
        }
        String type = request.getContentType();
        if (type == null || !type.startsWith("application/json")) {
            throw new RefusedBodyException("Anropet ska vara JSON.");
        }
        try {
            if (json.readTree(sent) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // The parser's message quotes what was sent: not passed on.
        }
        throw new RefusedBodyException("Anropet går inte att läsa.");
    }

    private static RefusedBodyException notOnlyAForm() {
        return new RefusedBodyException("Bara uppgiftens formulär kan skickas in.");
    }

    /** Its message is Swedish, meant for the user, and quotes nothing. */
    static final class RefusedBodyException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedBodyException(String message) {
            super(message);
        }
    }
}
