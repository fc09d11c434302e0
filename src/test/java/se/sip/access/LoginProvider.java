package se.sip.access;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID Connect provider on a port of its own, which says of each person what a test lets it say. It answers
 * on 127.0.0.1, the product on localhost: cookies know no ports. Its tokens last a minute, so the product renews them
 * with every request.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class})
class LoginProvider {

    static final String PASSWORD = "hos-arbetsgivaren";
    private static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();
    private static volatile int productPort;
    private static ServletWebServerApplicationContext running;

    static synchronized String address() {
        if (running == null) {
            running = (ServletWebServerApplicationContext) new SpringApplicationBuilder(LoginProvider.class)
                    .properties("server.port=0", "server.address=127.0.0.1", "spring.config.name=provider",
                            "spring.main.banner-mode=off").run();
        }
        return "http://127.0.0.1:" + running.getWebServer().getPort();
    }

    /** @param port where the product answers; the provider leads back to nowhere else */
    static void serves(int port) {
        productPort = port;
    }

    static void says(String user, Map<String, Object> claims) {
        CLAIMS.put(user, claims);
    }

    /** The provider stands for nobody any more. */
    static void forgetsAllLogins() {
        running.getBean(Logins.class).clear();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, s -> s.oidc(withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain form(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(withDefaults()).build();
    }

    @Bean
    UserDetailsService people() {
        return user -> {
            if (!CLAIMS.containsKey(user)) {
                throw new UsernameNotFoundException(user);
            }
            return User.withUsername(user).password("{noop}" + PASSWORD).roles("STAFF").build();
        };
    }

    @Bean
    RegisteredClientRepository clients() {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                // There is one, made for each request; the provider would keep its secret encoded anew.
            }

            @Override
            public RegisteredClient findById(String id) {
                return product();
            }

            @Override
            public RegisteredClient findByClientId(String id) {
                return product();
            }
        };
    }

    private static RegisteredClient product() {
        String product = "http://localhost:" + productPort;
        return RegisteredClient.withId("sip").clientId("sip").clientSecret("{noop}hemligt")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(product + "/login/oauth2/code/sip").postLogoutRedirectUri(product + "/login?utloggad")
                .scope("openid").scope("profile")
                .clientSettings(ClientSettings.builder().requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(1))
                        .reuseRefreshTokens(false).build()).build();
    }

    @Bean
    Logins logins() {
        return new Logins();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> token.getClaims().claims(all -> {
            all.putAll(CLAIMS.getOrDefault(token.getPrincipal().getName(), Map.of()));
            all.put("preferred_username", token.getPrincipal().getName());
        });
    }

    @Bean
    JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey((RSAPrivateKey) pair.getPrivate()).keyID("test").build()));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    /** Remembers logins until told to forget them. */
    static class Logins implements OAuth2AuthorizationService {

        private volatile InMemoryOAuth2AuthorizationService all = new InMemoryOAuth2AuthorizationService();

        void clear() {
            all = new InMemoryOAuth2AuthorizationService();
        }

        @Override
        public void save(OAuth2Authorization login) {
            all.save(login);
        }

        @Override
        public void remove(OAuth2Authorization login) {
            all.remove(login);
        }

        @Override
        public OAuth2Authorization findById(String id) {
            return all.findById(id);
        }

        @Override
        public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
            return all.findByToken(token, type);
        }
    }
}
