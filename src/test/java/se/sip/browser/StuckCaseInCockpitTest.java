package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The demonstration's stuck case as the one who runs the system finds it; docs/fastnat.md tells the way. */
@BrowserTest
class StuckCaseInCockpitTest {

    @LocalServerPort
    private int port;
    @Autowired
    private RuntimeService runtime;

    @Test
    void theOneWhoRunsTheSystemFindsTheStuckCase(Page page) {
        Incident incident = runtime.createIncidentQuery().list().stream()
                .filter(i -> i.getIncidentMessage().contains("which has closed")).findFirst().orElseThrow();
        page.navigate("http://localhost:" + port + "/login");
        page.getByLabel("Användarnamn").fill("driftadmin");
        page.getByLabel("Lösenord").fill("sip-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        assertThat(page.getByText("Inloggad som")).isVisible();

        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/processes");
        page.locator("a[href*='#/process-definition/sip:']").first().click();
        page.locator("a[href*='#/process-instance/" + incident.getProcessInstanceId() + "']").first().click();
        page.locator("a").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*Incidents\\s*$"))).first().click();
        assertThat(page.getByText("which has closed").first()).isVisible();
        Pictures.take(page, "cockpit-fastnat");
    }
}
