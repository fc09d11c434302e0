package se.sip.access;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks name and password against the engine's users, who are the only users there are. */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final Memberships memberships;

    EngineLogin(IdentityService identity, Memberships memberships) {
        this.identity = identity;
        this.memberships = memberships;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        identity.clearAuthentication();
        if (!isRight(userId, password)) {
            throw new BadCredentialsException("Wrong name or password");
        }
        var roles = memberships.groupsOf(userId).stream().filter(Role::isRole)
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList();
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.copyOf(roles));
    }

    private boolean isRight(String userId, String password) {
        try {
            return !userId.isBlank() && identity.checkPassword(userId, password);
        } catch (org.camunda.bpm.engine.AuthenticationException tooManyTries) {
            throw new LockedException("Too many tries");
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
