package se.sip.access;

import java.util.List;
import org.springframework.security.core.AuthenticationException;

/** The provider of logins does not say what somebody needs to work here. Names the claims, never their values. */
class IncompleteClaimsException extends AuthenticationException {

    IncompleteClaimsException(List<String> claims) {
        super("The login lacks usable claims: " + String.join(", ", claims)
                + ". See sip.login.claims, or have the provider send them.");
    }
}
