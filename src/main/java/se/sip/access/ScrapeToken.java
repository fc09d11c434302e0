package se.sip.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Prometheus fetches the figures of operation by a token of its own, and nothing else by it. */
@Configuration(proxyBeanMethods = false)
class ScrapeToken {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 20;

    /** Only a call that shows a token comes here; a driftadmin who is logged in goes the way of all pages. */
    @Bean
    @Order(-1)
    SecurityFilterChain scraping(HttpSecurity http, @Value("${sip.monitoring.scrape-token:}") String token) throws Exception {
        var figures = PathPatternRequestMatcher.withDefaults().matcher("/actuator/prometheus");
        return http
                .securityMatcher(request -> figures.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, missing) -> response.setStatus(401))
                        .accessDeniedHandler((request, response, denied) -> response.setStatus(401)))
                .authorizeHttpRequests(requests -> requests.anyRequest().access((who, call) -> new AuthorizationDecision(
                        token.length() >= SHORTEST && same(token, call.getRequest().getHeader(HttpHeaders.AUTHORIZATION)))))
                .build();
    }

    private static boolean same(String token, String header) {
        return MessageDigest.isEqual((BEARER + token).getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }
}
