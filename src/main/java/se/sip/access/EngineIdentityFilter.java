package se.sip.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the engine know who asks, for our own API and pages: its authorisation and tenant checks apply to every call
 * made while the request is answered. The web apps under {@code /camunda} have a filter of their own for this.
 */
class EngineIdentityFilter extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Memberships memberships;

    EngineIdentityFilter(IdentityService identity, Memberships memberships) {
        this.identity = identity;
        this.memberships = memberships;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/camunda");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        identity.clearAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        var groups = memberships.groupsOf(login.getName());
        if (groups.isEmpty() && request.getServletPath().startsWith("/api/")) {
            Refusal.forbidden("Ditt konto hör inte till någon enhet. Be den som sköter konton om hjälp.")
                    .asProblem(response);
            return;
        }
        identity.setAuthentication(login.getName(), groups, memberships.countiesOf(login.getName()));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
