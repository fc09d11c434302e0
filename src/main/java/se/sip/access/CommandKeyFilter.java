package se.sip.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs a call in by the key it brings; one without a good key goes on as nobody's. */
class CommandKeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final CommandKeys keys;

    CommandKeyFilter(CommandKeys keys) {
        this.keys = keys;
    }

    static boolean isMeantBy(HttpServletRequest request) {
        String brought = request.getHeader(HttpHeaders.AUTHORIZATION);
        return brought != null && brought.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        keys.ownerOf(request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).strip()).ifPresent(owner -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(owner, null, List.of()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
