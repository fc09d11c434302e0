package se.sip.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks HTTP like a browser without script: keeps cookies, sends both CSRF tokens, follows nothing by itself. */
public final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private boolean ownCsrf = true;

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Logs in by the form and opens Tasklist, as a person does. */
    public static Browser loggedIn(int port, String user, String password) {
        var browser = new Browser(port);
        browser.get("/login");
        var answer = browser.postForm("/login", "username=" + encode(user) + "&password=" + encode(password));
        if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("fel")) {
            throw new AssertionError(user + " cannot log in: " + answer.statusCode());
        }
        browser.get("/");
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    public void withoutOwnCsrfToken() {
        ownCsrf = false;
    }

    public void forget(String name) {
        var store = cookies.getCookieStore();
        store.getCookies().stream().filter(c -> c.getName().equals(name)).toList()
                .forEach(c -> store.remove(null, c));
    }

    /** Takes a cookie that somebody else got. */
    public Browser withCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create(base), cookie);
        return this;
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse(null);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> send(String method, String path, String json) {
        return send(request(path).header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    public HttpResponse<String> postForm(String path, String form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A call with name and password instead of a session. */
    public HttpResponse<String> basic(String method, String path, String user, String password, String json) {
        String secret = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + answer.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept",
                path.contains("/api/") ? "application/json" : "text/html,*/*");
        if (path.startsWith("/camunda")) {
            header(request, "X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        } else if (ownCsrf) {
            header(request, "X-SIP-XSRF-TOKEN", cookie("SIP-XSRF-TOKEN"));
        }
        return request;
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (value != null) {
            request.header(name, value);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
