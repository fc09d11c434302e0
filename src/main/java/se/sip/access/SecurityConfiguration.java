package se.sip.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One login for start page, web apps, pages and API. Nothing is open but the start page, the login, static files and
 * the health answer. Calls without a session get 401, pages the login page.
 */
@Configuration
class SecurityConfiguration {

    /** The web apps have a CSRF cookie of their own, {@code XSRF-TOKEN}; the same name would break both. */
    static final String CSRF_COOKIE = "SIP-XSRF-TOKEN";
    static final String CSRF_HEADER = "X-SIP-XSRF-TOKEN";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
    private static final String LOGGED_OUT = "/login?utloggad";
    /** Leads to the provider of logins; {@code sip} is its name in the settings. */
    private static final String PROVIDER = "/oauth2/authorization/sip";
    private static final RequestMatcher WEB_APPS = path("/camunda/**");
    private static final RequestMatcher CALLS = new OrRequestMatcher(path("/api/**"), path("/camunda/api/**"));
    private static final String[] OPEN = {"/", "/login", "/sip/**", "/favicon.ico", "/actuator/health",
        "/actuator/health/liveness", "/actuator/health/readiness", "/error"};

    /** Pages and calls that are about cases; which case somebody sees is decided there. */
    private static final String[] CASES = {"/arenden/**", "/nodatkomst", "/api/cases/**", "/api/tasks/**",
        "/api/processes/**", "/api/invitations/**", "/api/discharge/**"};

    /** Of which county is for the pages and calls to ask. */
    private static final String[] COUNTY_FILES = {"/processer/**", "/api/counties/**"};

    private static final String OWN_CONTENT_ONLY = "default-src 'self'; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private final IdentityService identity;
    private final Memberships memberships;
    private final EngineLogin login;
    private final ClientRegistrationRepository providers;
    private final OAuth2AuthorizedClientManager tokens;

    /** With a provider of logins set, that is the one way in; else the engine's users log in by the form. */
    SecurityConfiguration(IdentityService identity, Memberships memberships, EngineLogin login,
            ObjectProvider<ClientRegistrationRepository> providers,
            ObjectProvider<OAuth2AuthorizedClientManager> tokens) {
        this.identity = identity;
        this.memberships = memberships;
        this.login = login;
        this.providers = providers.getIfAvailable();
        this.tokens = this.providers == null ? null : tokens.getObject();
    }

    /** In the demonstration a script may send name and password with each call: no cookie, so no CSRF either. */
    @Bean
    @Order(1)
    @Profile("demo")
    SecurityFilterChain scriptedCalls(HttpSecurity http) throws Exception {
        RequestMatcher basic = request -> {
            String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
            return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        };
        return http
                .securityMatcher(request -> path("/api/**").matches(request) && basic.matches(request))
                .authenticationProvider(login)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(b -> b.authenticationEntryPoint(callsWithoutLogin()))
                .exceptionHandling(handling -> handling.accessDeniedHandler(SecurityConfiguration::refuse))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(CASES).access(only(Role.CASEWORKER, Role.COORDINATOR, Role.MANAGER))
                        .requestMatchers(COUNTY_FILES).access(only(Role.PROCESS_OWNER))
                        .anyRequest().authenticated())
                .addFilterAfter(new EngineIdentityFilter(identity, memberships), AuthorizationFilter.class)
                .build();
    }

    /** A process owner's command line brings a key with each call: no cookie, so no CSRF either. */
    @Bean
    @Order(-1)
    SecurityFilterChain commandCalls(HttpSecurity http, CommandKeys keys) throws Exception {
        return http
                .securityMatcher(request -> path("/api/counties/**").matches(request)
                        && CommandKeyFilter.isMeantBy(request))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(callsWithoutLogin())
                        .accessDeniedHandler(SecurityConfiguration::refuse))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(only(Role.PROCESS_OWNER)))
                .addFilterBefore(new CommandKeyFilter(keys), AuthorizationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity, memberships), AuthorizationFilter.class)
                .build();
    }

    /** An integration with a county's IT service logs in with each call: no cookie, so no CSRF either. */
    @Bean
    @Order(0)
    SecurityFilterChain integrationCalls(HttpSecurity http) throws Exception {
        return http
                .securityMatcher(path("/api/it-service/**"))
                .authenticationProvider(login)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(b -> b.authenticationEntryPoint(callsWithoutLogin()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new EngineIdentityFilter(identity, memberships), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everything(HttpSecurity http) throws Exception {
        var csrfCookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfCookie.setCookieName(CSRF_COOKIE);
        csrfCookie.setHeaderName(CSRF_HEADER);
        csrfCookie.setCookiePath("/");
        csrfCookie.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        var csrfToken = new CsrfTokenRequestAttributeHandler();
        // Loaded with every answer, so that a form in Tasklist finds the cookie.
        csrfToken.setCsrfRequestAttributeName(null);

        var notForWebApps = new NegatedRequestMatcher(WEB_APPS);
        var afterLogin = new HttpSessionRequestCache();
        afterLogin.setMatchingRequestParameterName(null);
        afterLogin.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && !CALLS.matches(request) && isPage(request));

        if (providers == null) {
            http.authenticationProvider(login)
                    .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/").failureUrl("/login?fel"));
        } else {
            http.oauth2Login(provider -> provider.loginPage("/login").defaultSuccessUrl("/")
                            .failureHandler(this::notLetIn))
                    .addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class);
        }
        return http
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(OPEN).permitAll()
                        .requestMatchers("/actuator/**").access(only(Role.OPERATOR))
                        .requestMatchers(CASES).access(only(Role.CASEWORKER, Role.COORDINATOR, Role.MANAGER))
                        .requestMatchers(COUNTY_FILES).access(only(Role.PROCESS_OWNER))
                        .anyRequest().authenticated())
                .logout(logout -> logout.logoutUrl("/logout").addLogoutHandler(new NewestLogin())
                        .logoutSuccessHandler(NewestLogin.before(afterLogout())))
                .requestCache(cache -> cache.requestCache(afterLogin))
                .csrf(csrf -> csrf
                        .csrfTokenRepository(csrfCookie)
                        .csrfTokenRequestHandler(csrfToken)
                        .ignoringRequestMatchers(WEB_APPS))
                .exceptionHandling(handling -> handling
                        .defaultAuthenticationEntryPointFor(callsWithoutLogin(), CALLS)
                        .defaultAuthenticationEntryPointFor(pagesWithoutLogin(),
                                new NegatedRequestMatcher(CALLS))
                        .defaultAccessDeniedHandlerFor(SecurityConfiguration::refuse, path("/api/**")))
                .headers(headers -> headers
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        // The web apps have a content policy of their own, and files worth keeping.
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(new OrRequestMatcher(WEB_APPS, path("/sip/**"))),
                                new CacheControlHeadersWriter()))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(notForWebApps,
                                new ContentSecurityPolicyHeaderWriter(OWN_CONTENT_ONLY))))
                .addFilterBefore(webAppLogout(), LogoutFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity, memberships), AuthorizationFilter.class)
                .addFilterAfter(new GateFilter(Gate.fromFile(), memberships, new GateBodies()),
                        AuthorizationFilter.class)
                .build();
    }

    /** The web apps sign in whoever is signed in here. Runs after the chains above and before their own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppLogin() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setName("webAppLogin");
        registration.setInitParameters(Map.of("authentication-provider", WebAppLogin.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(0);
        return registration;
    }

    /** With a provider of logins, logging out here logs out there too, or the next click would be logged in again. */
    private LogoutSuccessHandler afterLogout() {
        if (providers == null) {
            var here = new SimpleUrlLogoutSuccessHandler();
            here.setDefaultTargetUrl(LOGGED_OUT);
            return here;
        }
        var there = new OidcClientInitiatedLogoutSuccessHandler(providers);
        there.setPostLogoutRedirectUri("{baseUrl}" + LOGGED_OUT);
        there.setDefaultTargetUrl(LOGGED_OUT);
        return there;
    }

    /** By the roles somebody has now, not those they had when they logged in. */
    private AuthorizationManager<RequestAuthorizationContext> only(Role... roles) {
        return (login, request) -> {
            var now = login.get();
            var groups = now instanceof AnonymousAuthenticationToken || !now.isAuthenticated() ? List.<String>of()
                    : memberships.groupsOf(now.getName());
            return new AuthorizationDecision(Arrays.stream(roles).anyMatch(role -> role.isAmong(groups)));
        };
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Refusal.forbidden(denied instanceof CsrfException
                ? "Anropet kom inte från en sida som du har öppen. Ladda om sidan och försök igen."
                : path("/api/counties/**").matches(request) ? "Det här är till för länets processägare."
                : "Det här är till för den som arbetar med ärenden. Din roll har inte tillgång till det.")
                .asProblem(response);
    }

    private void notLetIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.warn("A login by the provider was refused: {}", why.getMessage());
        response.sendRedirect(request.getContextPath()
                + (why instanceof IncompleteClaimsException ? "/login?ofullstandig" : "/login?avbruten"));
    }

    /**
     * "Logga ut" in a web app ends the whole session; the web app's own would leave the user logged in. The web app
     * then leads to the login page, which goes on to the provider's logout where there is one.
     */
    private LogoutFilter webAppLogout() {
        LogoutSuccessHandler answer = new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK);
        if (providers != null) {
            answer = new LogoutAtProviderLater((OidcClientInitiatedLogoutSuccessHandler) afterLogout(), answer);
        }
        var filter = new LogoutFilter(NewestLogin.before(answer), new NewestLogin());
        filter.setLogoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"));
        return filter;
    }

    /** A web app that has logged out loads itself anew; the provider's logout comes first, or it would log in again. */
    private AuthenticationEntryPoint pagesWithoutLogin() {
        var login = new LoginUrlAuthenticationEntryPoint(providers == null ? "/login" : PROVIDER);
        return (request, response, missing) -> {
            String logout = LogoutAtProviderLater.waitingIn(request.getSession(false));
            if (logout == null) {
                login.commence(request, response, missing);
            } else {
                response.sendRedirect(logout);
            }
        };
    }

    private static AuthenticationEntryPoint callsWithoutLogin() {
        return (request, response, missing) -> {
            if (path("/api/**").matches(request)) {
                Refusal.notLoggedIn().asProblem(response);
            } else {
                Refusal.notLoggedIn().asEngineError(response);
            }
        };
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
