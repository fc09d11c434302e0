package se.sip.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page that stands in for Tasklist and for the server: the product's own form script in a real browser, with a form
 * object that remembers what is handed in and an API that answers what a test says.
 */
final class StubTasklist {

    private static final String ORIGIN = StaticFiles.ORIGIN;
    private static final String SCRIPTS = StaticFiles.SCRIPTS;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One call of the form to the server. */
    record Call(String method, String path, String token, JsonNode body) {
    }

    private final Page page;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Object> context = new LinkedHashMap<>();
    private List<Map<String, String>> faults = List.of();
    private List<Map<String, String>> units = List.of();
    private int checkStatus = 200;
    private int draftStatus = 204;
    private int contextStatus = 200;
    private int sessionStatus = 200;
    private boolean networkDown;
    private String html;

    StubTasklist(Page page) {
        this.page = page;
        context.put("task", new LinkedHashMap<>(Map.of("id", "t1", "name", "Prova", "form", "prova",
                "documentation", "Fyll i det som behövs.", "mine", true)));
        context.put("model", Map.of());
        context.put("choices", Map.of());
        context.put("decisions", List.of());
        context.put("today", "2026-03-02");
        page.context().addCookies(List.of(new com.microsoft.playwright.options.Cookie("SIP-XSRF-TOKEN", "token-1")
                .setUrl(ORIGIN)));
        page.route(ORIGIN + "/**", this::answer);
    }

    StubTasklist with(String part, Object value) {
        context.put(part, value);
        return this;
    }

    StubTasklist claimed(boolean mine) {
        var task = new LinkedHashMap<>((Map<?, ?>) context.get("task"));
        context.put("task", Map.of("id", task.get("id"), "name", task.get("name"), "mine", mine));
        return this;
    }

    StubTasklist units(String... idsAndNames) {
        var list = new ArrayList<Map<String, String>>();
        for (int i = 0; i < idsAndNames.length; i += 2) {
            list.add(Map.of("id", idsAndNames[i], "name", idsAndNames[i + 1]));
        }
        units = list;
        return this;
    }

    /** What the server's check answers from now on, as field and message in turn. */
    StubTasklist faults(String... fieldsAndMessages) {
        var list = new ArrayList<Map<String, String>>();
        for (int i = 0; i < fieldsAndMessages.length; i += 2) {
            list.add(Map.of("field", fieldsAndMessages[i], "message", fieldsAndMessages[i + 1]));
        }
        faults = list;
        return this;
    }

    StubTasklist checkAnswers(int status) {
        checkStatus = status;
        return this;
    }

    StubTasklist draftAnswers(int status) {
        draftStatus = status;
        return this;
    }

    StubTasklist contextAnswers(int status) {
        contextStatus = status;
        return this;
    }

    /** What any other call is answered with: 401 where the session is gone. */
    StubTasklist sessionAnswers(int status) {
        sessionStatus = status;
        return this;
    }

    StubTasklist network(boolean up) {
        networkDown = !up;
        return this;
    }

    /** Opens a form's markup, without the script line. */
    SipFormPage open(String fields) {
        html = """
                <!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Prov</title>
                <link rel="icon" href="data:,"></head>
                <body style="margin:16px;font-family:sans-serif"><main><h1>Uppgift</h1><h2>Prova</h2>
                <div id="pane"><form name="$$camForm">%s</form></div>
                <button id="save">Spara</button> <button id="complete">Slutför</button>
                </main><script type="module">
                import { attach } from '%ssip-forms.js';
                const heard = {};
                const watched = [];
                window.sent = [];
                window.done = [];
                window.camForm = {
                  taskId: 't1',
                  formElement: [document.forms[0]],
                  variableManager: { variables: {} },
                  on: (event, action) => { heard[event] = action; },
                  submit(callback) {
                    window.sent.push(JSON.stringify(this.variableManager.variables));
                    setTimeout(() => callback(window.refusal ?? null, {}), window.engineDelay ?? 0);
                  }
                };
                window.$scope = {
                  options: { disableForm: false },
                  $$camForm: { $dirty: false, $setDirty() { this.$dirty = true; } },
                  $evalAsync: (action) => setTimeout(action),
                  $watch: (what, action) => watched.push(action),
                  $on: (event, action) => { heard[event] = action; }
                };
                window.turnClaim = (disabled) => watched.forEach((action) => action(disabled, !disabled));
                window.leave = () => heard.$destroy();
                window.complete = () => window.camForm.submit((error) => window.done.push(error?.message ?? 'ok'));
                document.getElementById('complete').onclick = window.complete;
                document.getElementById('save').onclick = () => heard.store();
                await attach(window.camForm, window.$scope);
                window.attached = true;
                </script></body></html>""".formatted(fields, SCRIPTS);
        page.navigate(ORIGIN + "/camunda/app/tasklist/default/");
        page.waitForFunction("window.attached");
        return new SipFormPage(page);
    }

    SipFormPage complete() {
        int before = outcomes().size();
        page.locator("#complete").click();
        page.waitForFunction("before => window.done.length > before", before);
        return new SipFormPage(page);
    }

    void save() {
        page.locator("#save").click();
    }

    /** How each try to complete ended: ok, or the error that Tasklist was given. */
    List<?> outcomes() {
        return (List<?>) page.evaluate("window.done");
    }

    /** The variables of each hand-in that reached the engine. */
    List<JsonNode> sent() {
        return ((List<?>) page.evaluate("window.sent")).stream().map(text -> json((String) text)).toList();
    }

    /** What the last hand-in held. */
    JsonNode sentForm() {
        return sent().get(sent().size() - 1).get("form").get("value");
    }

    List<Call> calls(String method, String path) {
        return calls.stream().filter(call -> call.method().equals(method) && call.path().equals(path)).toList();
    }

    private void answer(Route route) {
        Request request = route.request();
        String path = request.url().substring(ORIGIN.length());
        if (path.startsWith("/api/")) {
            answerApi(route, request, path);
        } else if (path.startsWith(SCRIPTS)) {
            StaticFiles.answer(route);
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(html));
        }
    }

    private void answerApi(Route route, Request request, String asked) {
        // Which version of a draft the writer has seen is of no matter here.
        String path = asked.replaceFirst("/draft\\?version=\\d+$", "/draft");
        String body = request.postData();
        calls.add(new Call(request.method(), path, request.headerValue("X-SIP-XSRF-TOKEN"),
                body == null ? null : json(body)));
        if (networkDown) {
            route.abort();
        } else if (path.startsWith("/api/units?id=")) {
            reply(route, 200, units.stream().filter(unit -> path.endsWith("=" + unit.get("id"))).toList());
        } else if (path.startsWith("/api/units")) {
            reply(route, 200, units);
        } else if (path.equals("/api/tasks?which=mine")) {
            reply(route, sessionStatus, List.of());
        } else if (path.endsWith("/draft")) {
            reply(route, draftStatus, null);
        } else if (path.endsWith("/form/check")) {
            reply(route, checkStatus, Map.of("faults", faults));
        } else {
            reply(route, contextStatus, context);
        }
    }

    private static void reply(Route route, int status, Object body) {
        var options = new Route.FulfillOptions().setStatus(status).setContentType("application/json");
        try {
            route.fulfill(body == null ? options : options.setBody(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
