package se.sip.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A call that is not let through, with what the user is told in Swedish. Never quotes what was sent. */
record Refusal(HttpStatus status, String message) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Refusal forbidden(String message) {
        return new Refusal(HttpStatus.FORBIDDEN, message);
    }

    static Refusal badRequest(String message) {
        return new Refusal(HttpStatus.BAD_REQUEST, message);
    }

    static Refusal notLoggedIn() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "Du är inte inloggad. Logga in och försök igen.");
    }

    /** As a problem document (RFC 9457), for our own API. */
    void asProblem(HttpServletResponse response) throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", message);
        problem.put("status", status.value());
        write(response, "application/problem+json", problem);
    }

    /** In the shape the engine's web apps show to the user. */
    void asEngineError(HttpServletResponse response) throws IOException {
        write(response, "application/json", Map.of("type", "RestException", "message", message));
    }

    private void write(HttpServletResponse response, String type, Map<String, Object> body) throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(body));
    }
}
