package se.sip.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that nobody has used for as long as sessions last. What pages ask by themselves, as Tasklist does for
 * its list and for the task that is open, is no use: otherwise a page left open in an empty room would never be logged out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class IdleSession extends OncePerRequestFilter {

    private static final String USED_AT = IdleSession.class.getName();
    private static final Pattern BY_ITSELF = Pattern.compile(
            ".*(/camunda/api/engine/engine/[^/]+/(filter/[^/]+/(list|count)|task/[^/]+)|/api/cases/cards"
                    + "|/api/cases/[^/]+/meeting/clock)");

    private final Duration length;

    IdleSession(@Value("${server.servlet.session.timeout:20m}") Duration length) {
        this.length = length;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            note(session, request);
        }
        chain.doFilter(request, response);
    }

    private void note(HttpSession session, HttpServletRequest request) {
        long now = System.currentTimeMillis();
        if (session.getAttribute(USED_AT) instanceof Long usedAt && now - usedAt > length.toMillis()) {
            session.invalidate();
        } else if (!BY_ITSELF.matcher(request.getRequestURI()).matches()) {
            session.setAttribute(USED_AT, now);
        }
    }
}
