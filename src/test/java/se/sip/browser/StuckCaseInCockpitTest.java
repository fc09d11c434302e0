package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.sip.casefile.CaseFiles;

/** The demonstration's stuck case as the one who runs the system finds it; docs/fastnat.md tells the way. */
@BrowserTest
class StuckCaseInCockpitTest {

    private static final String CLOSED_UNIT = "vgr-1490-vc-norrby";
    private static final String NEW_UNIT = "vgr-1490-vc-centrum";

    @LocalServerPort
    private int port;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private CaseFiles cases;

    @Test
    void theStuckCaseIsFoundAndHandedOver(Page page) {
        Incident incident = incidents().stream().filter(i -> i.getIncidentMessage().contains(CLOSED_UNIT)).findFirst()
                .orElseThrow();
        String number = runtime.createProcessInstanceQuery().processInstanceId(incident.getProcessInstanceId())
                .singleResult().getBusinessKey();

        // Who runs the system sees it, and reads what is to be done
        logIn(page, "driftadmin");
        openIncidents(page, incident);
        assertThat(page.getByText(number).first()).isVisible();
        assertThat(page.getByText("Hand the case over to another unit").first()).isVisible();
        Pictures.take(page, "cockpit-fastnat");

        // The unit hands the case over
        logIn(page, "vc-norrby");
        page.navigate(base() + "/arenden");
        page.getByText(number).first().click();
        page.getByLabel("Ny sammankallande enhet").selectOption(NEW_UNIT);
        page.getByLabel("Varför lämnas ärendet över?").fill("Enheten har lagts ned.");
        Pictures.takeWhole(page, "lamna-over");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lämna över")).click();
        assertThat(page).hasURL(Pattern.compile("overlamnat"));
        org.assertj.core.api.Assertions.assertThat(cases.byNumber(number).convenerUnit()).isEqualTo(NEW_UNIT);
    }

    private List<Incident> incidents() {
        return runtime.createIncidentQuery().list();
    }

    private void openIncidents(Page page, Incident incident) {
        page.navigate(base() + "/camunda/app/cockpit/default/#/processes");
        page.locator("a[href*='#/process-definition/sip:']").first().click();
        page.locator("a[href*='#/process-instance/" + incident.getProcessInstanceId() + "']").first().click();
        page.locator("a").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Incidents\\s*$")))
                .first().click();
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
