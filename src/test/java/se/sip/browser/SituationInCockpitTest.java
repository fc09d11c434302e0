package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** SIP-läget in Cockpit, in a real browser, with five hundred stuck cases of all kinds and every action. */
@BrowserTest
class SituationInCockpitTest {

    private static final int CASES = 500;

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcTemplate jdbc;

    /** Rows as the product writes them; each hundred is stuck in its own way. */
    @BeforeEach
    void fiveHundredStuckCases() {
        new StuckRows(jdbc).write(CASES);
    }

    @AfterEach
    void away() {
        new StuckRows(jdbc).remove();
    }

    @Test
    void eachNumberOpensItsListSortedByHowStuck(Page page) {
        openDashboard(page, "driftadmin");
        for (String group : List.of("PAST_DATE", "CONSENT", "ANSWER", "MEETING", "FOLLOW_UP", "UNSENT", "INCIDENTS",
                "LATE_TIMERS", "STILL")) {
            Locator number = page.locator("button[data-county=vgr][data-group=" + group + "]");
            String count = number.locator("strong").textContent();
            org.assertj.core.api.Assertions.assertThat(Integer.parseInt(count)).as(group).isGreaterThanOrEqualTo(CASES / 5);
            number.click();
            assertThat(page.locator("#sip-lista")).hasText(Pattern.compile("\\(" + count + "\\)$"));
            assertThat(page.locator("#sip-lista")).isFocused();
        }
        page.locator("button[data-county=vgr][data-group=ANSWER]").click();
        assertThat(page.locator(".sip-list tbody tr").first()).containsText("Har stannat i ett tekniskt fel");
        assertThat(page.getByText(Pattern.compile("Väntar på svar från Barn- och ungdomspsykiatrin.* i \\d+ dagar")).first())
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nästa").setExact(true)).click();
        assertThat(page.getByText(Pattern.compile("Sida 2 av "))).isVisible();
        assertCleanInAxe(page);
        page.setViewportSize(1280, 1500);
        page.locator("#sip-laget").scrollIntoViewIfNeeded();
        Pictures.take(page, "cockpit-sip-laget");

        page.getByLabel("Utan rörelse räknas från så många dagar").fill("365");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Räkna om")).click();
        assertThat(page.getByText("Utan rörelse på 365 dagar").first()).isVisible();
    }

    @Test
    void failedStepsRunAgainByKindAndMessage(Page page) {
        openDashboard(page, "driftadmin");
        Locator failures = page.locator(".sip-failures");
        failures.getByLabel("Län").selectOption("vgr");
        failures.getByLabel("Meddelandet innehåller").fill("provfel a");
        assertThat(failures.getByText("50 misslyckade steg passar.")).isVisible();
        failures.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Försök igen")).click();
        assertThat(page.getByText("50 steg försöks igen.")).isVisible();
        org.assertj.core.api.Assertions.assertThat(jdbc.queryForObject("select count(*) from act_ru_job where retries_ = 0"
                + " and exception_msg_ = 'Provfel A'", Integer.class)).isZero();
        org.assertj.core.api.Assertions.assertThat(jdbc.queryForObject("select count(*) from act_ru_job where retries_ = 0"
                + " and exception_msg_ = 'Provfel B'", Integer.class)).isPositive();
        org.assertj.core.api.Assertions.assertThat(jdbc.queryForObject(
                "select count(*) from sip.case_event where kind = 'OPERATOR_RETRIED' and actor = 'driftadmin'",
                Integer.class)).isGreaterThanOrEqualTo(50);
    }

    @Test
    void anInstanceTellsItsStoryAndIsHelpedOn(Page page) {
        String number = jdbc.queryForList("select case_number from sip.invitation where status = 'SENT' and duty = 'CALLED'"
                + " and case_number not like 'SIP-1999-%' order by id", String.class).get(0);
        String instance = jdbc.queryForList("select id_ from act_ru_execution where business_key_ = ? and super_exec_ is null"
                + " and id_ = proc_inst_id_ and proc_def_id_ like 'sip:%'", String.class, number).get(0);
        logIn(page, "driftadmin");
        page.navigate(base() + "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=sip-instance");
        assertThat(page.getByText("Ärendet " + number).first()).isVisible();
        assertThat(page.locator(".sip-now")).containsText("Väntar på");
        assertThat(page.locator(".sip-timeline li").filter(new Locator.FilterOptions().setHasText("Förbered")).first())
                .not().containsText("pågår");
        page.getByText("Hjälp ärendet vidare").click();
        assertCleanInAxe(page);
        page.setViewportSize(1280, 1900);
        Pictures.take(page, "cockpit-sip-arendet");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Påminn").setExact(true)).click();
        assertThat(page.getByText(Pattern.compile("mottagare påminns"))).isVisible();

        page.getByText("Hjälp ärendet vidare").click();
        Locator move = page.locator("form.sip-action").filter(new Locator.FilterOptions().setHasText("Flytta ett datum"));
        move.getByLabel("Till vilken dag?").fill("2000-01-01");
        move.getByLabel("Varför?").fill("Semester.");
        move.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Välj en dag från i dag")).isVisible();
        String day = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Stockholm")).plusDays(40).toString();
        move.getByLabel("Till vilken dag?").fill(day);
        move.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Flyttat till " + day)).isVisible();

        page.getByText("Hjälp ärendet vidare").click();
        Locator change = page.locator("form.sip-action").filter(new Locator.FilterOptions().setHasText("Låt en annan enhet ta över"));
        change.getByLabel("Vems uppgift?").selectOption("vgr-bup-boras");
        change.getByLabel("Till vilken enhet?").selectOption("vgr-1490-hsv");
        change.getByLabel("Varför?").fill("Fel enhet.");
        change.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Sammankallande har fått en uppgift att ta ställning.")).isVisible();
        org.assertj.core.api.Assertions.assertThat(jdbc.queryForList("select kind from sip.case_event where case_number = ?"
                + " and kind like 'OPERATOR%' order by id", String.class, number))
                .containsExactly("OPERATOR_REMINDED", "OPERATOR_DATE_MOVED", "OPERATOR_UNIT_ASKED");
    }

    @Test
    void aFaultStaysInItsOwnBoxAndCockpitGoesOn(Page page) {
        logIn(page, "driftadmin");
        page.route(Pattern.compile("/api/situation(\\?.*)?$"), route -> route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("oops")));
        page.route("**/static/app/instance.js*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        page.navigate(base() + "/camunda/app/cockpit/default/#/dashboard");
        assertThat(page.getByText("Något gick fel i systemet när SIP-läget hämtades.")).isVisible();
        assertThat(page.locator("a[href*='#/processes']").first()).isVisible();
        page.navigate(base() + "/camunda/app/cockpit/default/#/processes");
        page.locator("a[href*='#/process-definition/sip:']").first().click();
        page.locator("a[href*='#/process-instance/']").first().click();
        page.locator("a").filter(new Locator.FilterOptions().setHasText("SIP-ärendet")).first().click();
        assertThat(page.getByText("Det gick inte att visa den här delen.")).isVisible();
        assertThat(page.locator(".djs-shape").first()).isVisible();
    }

    private void openDashboard(Page page, String user) {
        logIn(page, user);
        page.navigate(base() + "/camunda/app/cockpit/default/#/dashboard");
        assertThat(page.locator("#sip-laget")).isVisible();
        assertThat(page.locator("button[data-county=vgr][data-group=OPEN]")).isVisible();
    }

    private static void assertCleanInAxe(Page page) {
        var found = new AxeBuilder(page).include(List.of(".sip-cockpit"))
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze();
        org.assertj.core.api.Assertions.assertThat(found.getViolations()).as("axe on " + page.url()).isEmpty();
    }

    private void logIn(Page page, String user) {
        page.context().clearCookies();
        page.navigate(base() + "/login");
        page.getByLabel("Användarnamn").fill(user);
        page.getByLabel("Lösenord").fill("sip-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        assertThat(page.getByText("Inloggad som")).isVisible();
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
