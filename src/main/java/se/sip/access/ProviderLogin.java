package se.sip.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Login by an OpenID Connect provider, wherever one is set ({@code SIP_OIDC_CLIENT_ID}): what the provider says of
 * somebody becomes their account here, at login and each time their token is renewed.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.security.oauth2.client.registration.sip.client-id")
@EnableConfigurationProperties(ClaimNames.class)
class ProviderLogin {

    /** Tokens stay in the session: they end with it and reach no table of their own. */
    @Bean
    OAuth2AuthorizedClientRepository tokensInSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** A renewed token is announced, and with it the account is read anew. */
    @Bean
    OAuth2AuthorizedClientManager tokenRenewal(ClientRegistrationRepository providers,
            OAuth2AuthorizedClientRepository tokens, ApplicationEventPublisher events) {
        var renewal = new RefreshTokenOAuth2AuthorizedClientProvider();
        renewal.setApplicationEventPublisher(events);
        var manager = new DefaultOAuth2AuthorizedClientManager(providers, tokens);
        manager.setAuthorizedClientProvider(renewal);
        return manager;
    }

    @Bean
    OAuth2UserService<OidcUserRequest, OidcUser> staffOfProvider(ClaimNames names, StaffAccounts accounts) {
        var provider = new OidcUserService();
        return request -> {
            OidcUser login = provider.loadUser(request);
            var staff = ClaimedStaff.from(login.getClaims(), names);
            accounts.keep(staff);
            var roles = staff.groups().stream().filter(Role::isRole)
                    .map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
            return new DefaultOidcUser(roles, login.getIdToken(), login.getUserInfo(), names.user());
        };
    }
}
