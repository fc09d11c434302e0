package se.sip.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * A web app logs out by a call, which cannot lead the browser anywhere. Where the provider's logout is waits in the
 * new, empty session until the browser asks for the login page.
 */
class LogoutAtProviderLater implements LogoutSuccessHandler {

    private static final String WAITING = LogoutAtProviderLater.class.getName();

    private final OidcClientInitiatedLogoutSuccessHandler provider;
    private final LogoutSuccessHandler answer;

    LogoutAtProviderLater(OidcClientInitiatedLogoutSuccessHandler provider, LogoutSuccessHandler answer) {
        this.provider = provider;
        this.answer = answer;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        provider.onLogoutSuccess(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String address) {
                request.getSession().setAttribute(WAITING, address);
            }
        }, login);
        answer.onLogoutSuccess(request, response, login);
    }

    /**
     * The address to go on to; null where no logout waits. It waits until the provider leads back: a web app may ask
     * for the login page twice.
     */
    static String waitingIn(HttpSession session) {
        return session == null ? null : (String) session.getAttribute(WAITING);
    }

    /** The provider has led back. */
    static void done(HttpSession session) {
        if (session != null) {
            session.removeAttribute(WAITING);
        }
    }
}
