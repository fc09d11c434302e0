package se.sip.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import se.sip.browser.Chromium;

/** People log in by their employer's OpenID Connect provider, and are here what it says they are. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:h2:mem:provider;DB_CLOSE_DELAY=-1",
        "camunda.bpm.job-execution.enabled=false",
        "sip.login.claims.roles=grupper.roller",
        "sip.login.claims.values.SIP-HANDL=handlaggare"})
@ActiveProfiles("demo")
@ExtendWith(Chromium.class)
class ProviderLoginTest {

    private static final String SCHOOL = "vgr-1490-elevhalsa";

    @MockitoBean(name = "publishCounties")
    SmartInitializingSingleton countiesStayAway;
    @LocalServerPort
    int port;
    @Autowired
    IdentityService identity;
    @Autowired
    Memberships memberships;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        String client = "spring.security.oauth2.client.registration.sip.";
        settings.add(client + "client-id", () -> "sip");
        settings.add(client + "client-secret", () -> "hemligt");
        settings.add(client + "authorization-grant-type", () -> "authorization_code");
        settings.add(client + "redirect-uri", () -> "{baseUrl}/login/oauth2/code/sip");
        settings.add(client + "scope", () -> "openid,profile");
        settings.add("spring.security.oauth2.client.provider.sip.issuer-uri", LoginProvider::address);
    }

    @BeforeEach
    void annaWorksInASchool() {
        LoginProvider.serves(port);
        LoginProvider.says("anna", claims(List.of("SIP-HANDL"), List.of("vgr"), List.of(SCHOOL)));
    }

    @Test
    void oneLoginAtTheProviderOpensPagesAndTasklistAndOneLogoutEndsItThereToo(Page page) {
        page.setDefaultTimeout(60_000);
        page.navigate(url("/camunda/app/tasklist/default/"));
        logIn(page, "anna");

        page.getByText("Enhetens uppgifter").first().waitFor();
        assertThat(memberships.groupsOf("anna")).containsExactlyInAnyOrder("handlaggare", SCHOOL);
        assertThat(memberships.countiesOf("anna")).containsExactly("vgr");
        assertThat(identity.createUserQuery().userId("anna").singleResult().getFirstName()).isEqualTo("Anna");

        page.getByText("Anna Andersson").first().click();
        page.getByText("Logga ut").first().click();
        assertThat(page.getByText("Du är utloggad")).isVisible();
        assertThat(page.request().get(url("/api/tasks")).status()).isEqualTo(401);
        page.navigate(url("/arenden"));
        assertThat(page).hasURL(Pattern.compile("http://127\\.0\\.0\\.1:.*/login.*"));
    }

    @Test
    void aGroupTakenAwayWhileSomebodyIsLoggedInIsGoneAtTheNextRequest(Page page) {
        LoginProvider.says("bo", claims(List.of("SIP-HANDL", "chef"), List.of("vgr"), List.of(SCHOOL)));
        page.navigate(url("/arenden"));
        logIn(page, "bo");
        assertThat(page.getByText("Logga ut")).isVisible();
        assertThat(memberships.groupsOf("bo")).contains("chef", SCHOOL, SCHOOL + "-chef");

        LoginProvider.says("bo", claims(List.of("SIP-HANDL"), List.of("vgr"), List.of()));
        page.reload();

        assertThat(page.getByText("Logga ut")).isVisible();
        assertThat(memberships.groupsOf("bo")).containsExactly("handlaggare");
    }

    @Test
    void aRoleTakenAwayEndsTheSession(Page page) {
        LoginProvider.says("cia", claims(List.of("SIP-HANDL"), List.of("vgr"), List.of(SCHOOL)));
        page.navigate(url("/arenden"));
        logIn(page, "cia");
        assertThat(page.getByText("Logga ut")).isVisible();

        LoginProvider.says("cia", claims(List.of(), List.of("vgr"), List.of(SCHOOL)));
        page.reload();

        assertThat(page.getByText("saknar uppgift om roll eller län")).isVisible();
    }

    @Test
    void aLoginWithoutRoleOrCountyIsRefusedAndLeavesNoAccount(Page page) {
        LoginProvider.says("dan", claims(List.of("nagot-annat"), List.of(), List.of(SCHOOL)));
        page.navigate(url("/arenden"));
        logIn(page, "dan");

        assertThat(page.getByText("saknar uppgift om roll eller län")).isVisible();
        assertThat(identity.createUserQuery().userId("dan").count()).isZero();
    }

    @Test
    void aTokenThatTheProviderNoLongerRenewsEndsTheSession(Page page) {
        page.navigate(url("/arenden"));
        logIn(page, "anna");
        assertThat(page.getByText("Logga ut")).isVisible();
        page.context().clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                .setDomain("127.0.0.1"));

        LoginProvider.forgetsAllLogins();

        assertThat(page.request().get(url("/api/tasks")).status()).isEqualTo(401);
        page.reload();
        assertThat(page).hasURL(Pattern.compile("http://127\\.0\\.0\\.1:.*/login.*"));
    }

    @Test
    void thereIsNoOtherWayIn() {
        var browser = new Browser(port);
        assertThat(browser.get("/login").body()).contains("arbetskonto").doesNotContain("Lösenord</label>");
        assertThat(browser.postForm("/login", "username=elevhalsa&password=sip-demo").statusCode())
                .isIn(403, 404, 405);
    }

    private static void logIn(Page page, String user) {
        page.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1:.*/login.*"));
        page.locator("[name=username]").fill(user);
        page.locator("[name=password]").fill(LoginProvider.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("http://localhost:.*"));
    }

    private static Map<String, Object> claims(List<String> roles, List<String> counties, List<String> units) {
        return Map.of("given_name", "Anna", "family_name", "Andersson",
                "grupper", Map.of("roller", roles), "counties", counties, "units", units);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
