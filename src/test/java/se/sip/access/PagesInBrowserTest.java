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

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static void assertCleanInAxe(Page page) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze();
        assertThat(found.getViolations()).as("axe on " + page.url()).isEmpty();
    }
}
