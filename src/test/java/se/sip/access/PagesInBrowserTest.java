package se.sip.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.sip.browser.Chromium;
import se.sip.browser.Pictures;

/** Start page and login as people meet them: for all, in Swedish, with one way in and one way out. */
@ExtendWith(Chromium.class)
class PagesInBrowserTest extends RunningProduct {

    @Test
    void startPageAndLoginAreForEveryone(Page page) {
        page.navigate(url("/"));
        assertCleanInAxe(page);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in")).click();
        assertThat(page).hasTitle("Logga in – SIP");
        assertCleanInAxe(page);

        page.navigate(url("/login?fel"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("lösenordet är fel");
        assertCleanInAxe(page);
    }

    @Test
    void oneWayInByKeyboardAndOneWayOutInTasklist(Page page) {
        page.setDefaultTimeout(60_000);
        page.navigate(url("/camunda/app/tasklist/default/"));
        assertThat(page.getByLabel("Användarnamn")).isFocused();
        page.keyboard().type("elevhalsa");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");

        page.getByText("Enhetens uppgifter").first().waitFor();
        page.getByText("Elin Holm").first().click();
        page.getByText("Logga ut").first().click();

        page.waitForURL(Pattern.compile(".*/login$"));
        assertThat(page.getByLabel("Användarnamn")).isFocused();
        page.navigate(url("/camunda/app/tasklist/default/"));
        assertThat(page).hasURL(Pattern.compile(".*/login$"));
    }

    @Test
    void theClockIsMovedFromTheStartPage(Page page) {
        page.navigate(url("/login"));
        page.getByLabel("Användarnamn").fill("elevhalsa");
        page.getByLabel("Lösenord").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        assertCleanInAxe(page);

        page.getByText("Spola fram 7 dagar").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("framflyttad en vecka");
        assertThat(page.getByText("7 dagar före verklig tid")).isVisible();
        assertCleanInAxe(page);
    }

    @Test
    void theLogIsSearchedByKeyboardAndEachSearchStandsInIt(Page page) {
        logIn(page, "granskare");
        page.navigate(url("/logg"));
        assertCleanInAxe(page);
        page.getByLabel("Från och med").fill("2020-01-01");
        page.getByLabel("Användarnamn").fill("granskare");
        page.keyboard().press("Enter");
        page.getByLabel("Användarnamn").fill("granskare");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Läste loggen").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/logg/sok$"));
        assertCleanInAxe(page);
        page.getByText("Kontrollera nu").click();
        assertThat(page.getByText("Hela loggen och alla förseglingar stämmer.")).isVisible();
        assertCleanInAxe(page);
        page.getByText("Utdrag till den enskilde (PDF)").click();
        assertThat(page.getByText("Skriv personnummer eller ärendenummer")).isVisible();
        assertCleanInAxe(page);
        Pictures.take(page, "logg");
    }

    @Test
    void managersSeeTheirUnitsAndWorkersFindEmergencyAccess(Page page) {
        logIn(page, "elevhalsa-chef");
        page.navigate(url("/enheter"));
        assertThat(page.getByText("Inga sena uppgifter.")).isVisible();
        assertCleanInAxe(page);
        Pictures.take(page, "enheter");
        logIn(page, "hemtjanst");
        page.navigate(url("/nodatkomst"));
        page.getByLabel("Personnummer eller ärendenummer").fill("20140312-2383");
        page.getByLabel("Varför måste du läsa nu?").fill("Bråttom.");
        page.getByText("Öppna ärendet med nödåtkomst").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("minst 20 tecken");
        assertCleanInAxe(page);
        Pictures.take(page, "nodatkomst");
        logIn(page, "lansadmin");
        page.navigate(url("/konton"));
        assertThat(page.getByText("Elin Holm")).isVisible();
        assertThat(page.getByText("Hanna Elmér")).hasCount(0);
        assertCleanInAxe(page);
        Pictures.take(page, "konton");
    }

    private void logIn(Page page, String user) {
        page.context().clearCookies();
        page.navigate(url("/login"));
        page.getByLabel("Användarnamn").fill(user);
        page.getByLabel("Lösenord").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        page.waitForURL(Pattern.compile(".*/$"));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static void assertCleanInAxe(Page page) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze();
        assertThat(found.getViolations()).as("axe on " + page.url()).isEmpty();
    }
}
