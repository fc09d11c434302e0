package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** A page that only asks by itself keeps nobody logged in. */
class IdleSessionTest {

    private static final String LIST = "/camunda/api/engine/engine/default/filter/f1/list";

    private final MockHttpSession session = new MockHttpSession();

    @ParameterizedTest
    @ValueSource(strings = {LIST, "/camunda/api/engine/engine/default/filter/f1/count", "/api/cases/cards",
        "/camunda/api/engine/engine/default/task/t1", "/api/cases/SIP-2026-000001/meeting/clock"})
    void whatAPageAsksByItselfIsNoUse(String path) throws Exception {
        asked("/arenden", Duration.ofMillis(50));
        Thread.sleep(60);
        asked(path, Duration.ofMinutes(20));
        asked(path, Duration.ofMillis(50));

        assertThat(session.isInvalid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/arenden", "/api/session", "/api/tasks/1/draft",
        "/camunda/api/engine/engine/default/task/t1/claim"})
    void whatSomebodyDoesIs(String path) throws Exception {
        asked("/arenden", Duration.ofMinutes(20));
        Thread.sleep(60);
        asked(path, Duration.ofMinutes(20));
        asked(LIST, Duration.ofMillis(50));

        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void whoIsNotLoggedInGetsNoSession() throws Exception {
        var request = new MockHttpServletRequest("GET", "/login");
        new IdleSession(Duration.ofMinutes(20)).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(request.getSession(false)).isNull();
    }

    private void asked(String path, Duration length) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        new IdleSession(length).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
