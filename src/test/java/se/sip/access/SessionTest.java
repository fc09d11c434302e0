package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One login for everything, and nothing without it. */
class SessionTest extends RunningProduct {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks", "/api/demo/clock", "/api/forms/behov/schema", "/api/nothing",
        "/camunda/api/engine/engine/", "/camunda/api/engine/engine/default/task",
        "/camunda/api/admin/auth/user/default", "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js"})
    void callsWithoutASessionGet401AndNoLoginPage(String path) {
        var stranger = new Browser(port);

        assertThat(stranger.get(path).statusCode()).isEqualTo(401);
        assertThat(stranger.get(path).headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(stranger.post(path, "{}").statusCode()).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/setup/", "/camunda/app/tasklist/index.html", "/camunda/lib/globalize.js",
        "/camunda", "/arenden", "/actuator", "/actuator/env", "/engine-rest/task", "/h2-console", "/whatever"})
    void pagesWithoutASessionLeadToTheLogin(String path) {
        var answer = new Browser(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/sip/page.css", "/actuator/health"})
    void theseAreOpen(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theStartPageSaysWhoCanLogInAndShowsNoTask() {
        String page = new Browser(port).get("/").body();

        assertThat(page).contains("<html lang=\"sv\"", "elevhalsa", "Handläggare", PASSWORD, "Demonstrationens klocka")
                .doesNotContain("Gör något");
    }

    @Test
    void aWrongPasswordIsToldInSwedishAndLetsNobodyIn() {
        assertThatThrownBy(() -> Browser.loggedIn(port, "vardcentral", "fel")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Browser.loggedIn(port, "installation", "")).isInstanceOf(AssertionError.class);
        assertThat(new Browser(port).get("/login?fel").body()).contains("lösenordet är fel");
    }

    @Test
    void oneLoginOpensPagesApiAndTasklist() {
        var elin = as("elevhalsa");

        assertThat(elin.get("/api/tasks").statusCode()).isEqualTo(200);
        assertThat(elin.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(Browser.json(elin.get("/camunda/api/admin/auth/user/default")).path("userId").asText())
                .isEqualTo("elevhalsa");
    }

    @Test
    void loggingOutInTasklistEndsEverything() {
        var elin = as("elevhalsa");

        assertThat(elin.post("/camunda/api/admin/auth/user/default/logout", null).statusCode()).isEqualTo(200);

        assertLoggedOut(elin);
    }

    @Test
    void loggingOutOnThePageEndsTasklistToo() {
        var elin = as("elevhalsa");

        assertThat(elin.postForm("/logout", "").statusCode()).isEqualTo(302);

        assertLoggedOut(elin);
    }

    private static void assertLoggedOut(Browser browser) {
        assertThat(browser.get("/api/tasks").statusCode()).isEqualTo(401);
        assertThat(browser.get(ENGINE + "/filter").statusCode()).isEqualTo(401);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void aCallFromAnotherSiteIsRefused() {
        var elin = as("elevhalsa");
        elin.withoutOwnCsrfToken();

        var answer = elin.post("/api/demo/clock", "{\"days\": 1}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Ladda om sidan");
        assertThat(elin.postForm("/logout", "").statusCode()).isEqualTo(403);
        assertThat(elin.get("/api/tasks").statusCode()).isEqualTo(200);
    }

    @Test
    void tasklistsOwnCallsKeepTheirOwnProtection() {
        var elin = as("elevhalsa");
        String task = taskIn("vgr").getId();

        assertThat(elin.cookie("XSRF-TOKEN")).isNotBlank().isNotEqualTo(elin.cookie("SIP-XSRF-TOKEN"));
        elin.forget("XSRF-TOKEN");
        assertThat(elin.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"elevhalsa\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
        var answer = new Browser(port);
        answer.get("/login");
        var login = answer.postForm("/login", "username=elevhalsa&password=" + PASSWORD);

        assertThat(login.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(login.headers().allValues("Set-Cookie"))
                .noneSatisfy(cookie -> assertThat(cookie).startsWith("SIP-XSRF-TOKEN=").contains("HttpOnly"));
    }

    @Test
    void aScriptSendsNameAndPasswordAndGetsNoSession() {
        var script = new Browser(port);

        var answer = script.basic("GET", "/api/demo/clock", "elevhalsa", PASSWORD, null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(script.basic("GET", "/api/tasks", "mottagning", "fel", null).statusCode()).isEqualTo(401);
        assertThat(script.basic("GET", ENGINE + "/filter", "elevhalsa", PASSWORD, null).statusCode()).isEqualTo(401);
    }

    @Test
    void whoBelongsNowhereSeesNothing() {
        var user = identity.newUser("ensam");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        try {
            var alone = as("ensam");
            assertThat(alone.get("/api/tasks").statusCode()).isEqualTo(403);
            assertThat(alone.get(ENGINE + "/filter").statusCode()).isEqualTo(403);
        } finally {
            identity.deleteUser("ensam");
        }
    }
}
