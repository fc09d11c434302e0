package se.sip.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's own web API, which lets a user with a task store any variable, comment or file. Lets
 * through what {@link Gate} names, and of a body only what belongs there.
 */
class GateFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(GateFilter.class);
    private static final String API = "/camunda/api";
    private static final Refusal NOT_ALLOWED = Refusal.forbidden(
            "Det går inte att göra här. Använd uppgiftens formulär.");

    private final Gate gate;
    private final Memberships memberships;
    private final GateBodies bodies;

    GateFilter(Gate gate, Memberships memberships, GateBodies bodies) {
        this.gate = gate;
        this.memberships = memberships;
        this.bodies = bodies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !pathOf(request).startsWith(API + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        String path = pathOf(request).substring(API.length());
        var groups = memberships.groupsOf(user);
        var body = gate.letsThrough(request.getMethod(), path, groups);
        if (body.isEmpty() || asksByExpression(request)) {
            LOG.info("Refused {} {}", request.getMethod(), path);
            NOT_ALLOWED.asEngineError(response);
            return;
        }
        HttpServletRequest cleaned;
        try {
            cleaned = bodies.clean(request, body.get(), user);
        } catch (GateBodies.RefusedBodyException e) {
            LOG.info("Refused the body of {} {}", request.getMethod(), path);
            Refusal.badRequest(e.getMessage()).asEngineError(response);
            return;
        }
        chain.doFilter(cleaned, response);
    }

    /** The engine evaluates expressions in some search criteria; nobody needs them here. */
    private static boolean asksByExpression(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && Collections.list(request.getParameterNames()).stream()
                .anyMatch(name -> name.endsWith("Expression"));
    }

    /** As the servlets behind are found, decoded. */
    private static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
