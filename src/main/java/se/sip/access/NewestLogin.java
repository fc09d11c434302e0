package se.sip.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import jakarta.servlet.ServletException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.util.WebUtils;

/**
 * Ends the session, and remembers the login as it stood then. Another request of the same session may just have renewed
 * the token: the provider knows only the newest id token, and answers an older one with an error page of its own.
 */
class NewestLogin implements LogoutHandler {

    private static final String REMEMBERED = NewestLogin.class.getName();

    private final LogoutHandler end = new SecurityContextLogoutHandler();

    /** No token is renewed in between: {@link TokenFilter} renews under the same lock. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                    instanceof SecurityContext newest && newest.getAuthentication() != null) {
                request.setAttribute(REMEMBERED, newest.getAuthentication());
            }
            end.logout(request, response, login);
        }
    }

    /** Goes on with the remembered login. */
    static LogoutSuccessHandler before(LogoutSuccessHandler next) {
        return new LogoutSuccessHandler() {
            @Override
            public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
                    throws IOException, ServletException {
                Object newest = request.getAttribute(REMEMBERED);
                next.onLogoutSuccess(request, response, newest instanceof Authentication a ? a : login);
            }
        };
    }
}
