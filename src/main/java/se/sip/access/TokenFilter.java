package se.sip.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * A session lasts no longer than what the provider of logins stands for: an old token is renewed, which reads the
 * account anew; one that cannot be renewed ends the session, and whoever asked is as one who never logged in.
 */
class TokenFilter extends OncePerRequestFilter {

    private final OAuth2AuthorizedClientManager tokens;

    TokenFilter(OAuth2AuthorizedClientManager tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login instanceof OAuth2AuthenticationToken byProvider && !isGood(byProvider, request, response)) {
            new SecurityContextLogoutHandler().logout(request, response, login);
        }
        chain.doFilter(request, response);
    }

    /** One request of a session at a time: a token to renew with may hold only once. */
    private boolean isGood(OAuth2AuthenticationToken login, HttpServletRequest request, HttpServletResponse response) {
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            try {
                OAuth2AuthorizedClient held = tokens.authorize(OAuth2AuthorizeRequest
                        .withClientRegistrationId(login.getAuthorizedClientRegistrationId()).principal(login)
                        .attribute(HttpServletRequest.class.getName(), request)
                        .attribute(HttpServletResponse.class.getName(), response).build());
                return held != null && !isOver(held);
            } catch (ClientAuthorizationException | IncompleteClaimsException refused) {
                return false;
            }
        }
    }

    private static boolean isOver(OAuth2AuthorizedClient held) {
        Instant end = held.getAccessToken().getExpiresAt();
        return end != null && end.isBefore(Instant.now());
    }
}
