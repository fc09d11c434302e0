package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.sip.casefile.CaseFiles;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;

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
    @Autowired
    private Notices notices;
    @Autowired
    private ManagementService management;

    @Test
    void theStuckCaseIsFoundHandedOverAndRunsAgain(Page page) {
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
        assertCleanInAxe(page);
        page.getByText(number).first().click();
        assertThat(page.getByText("Nytt steg:").first()).isVisible();
        assertCleanInAxe(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lämna över till en annan enhet")).click();
        assertCleanInAxe(page);
        page.getByLabel("Ny sammankallande enhet").selectOption(NEW_UNIT);
        page.getByLabel("Varför lämnas ärendet över?").fill("Enheten har lagts ned.");
        Pictures.takeWhole(page, "lamna-over");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lämna över")).click();
        assertThat(page).hasURL(Pattern.compile("kvitto"));
        org.assertj.core.api.Assertions.assertThat(cases.byNumber(number).convenerUnit()).isEqualTo(NEW_UNIT);

        // Who runs the system lets the step run again
        logIn(page, "driftadmin");
        openIncidents(page, incident);
        page.locator("a.action-button:visible:has(.glyphicon-repeat)").first().click();
        page.locator(".modal-footer button[type=submit]:visible").click();
        assertThat(page.getByText("Steget försöks igen.").first()).isVisible();
        page.locator(".modal-footer button:visible").filter(new Locator.FilterOptions().setHasText("OK")).first()
                .click();
        org.assertj.core.api.Assertions.assertThat(incidents()).extracting(Incident::getId)
                .doesNotContain(incident.getId());

        // The case goes on: the reminder reaches the unit that convenes now
        management.executeJob(incident.getConfiguration());
        org.assertj.core.api.Assertions.assertThat(notices.of(number))
                .filteredOn(n -> n.kind() == NoticeKind.MEETING_REMINDER).extracting(Notice::recipient)
                .contains(Addressee.unit(NEW_UNIT));
        org.assertj.core.api.Assertions.assertThat(management.createJobQuery().jobId(incident.getConfiguration())
                .count()).isZero();
    }

    private static void assertCleanInAxe(Page page) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze();
        org.assertj.core.api.Assertions.assertThat(found.getViolations()).as("axe on " + page.url()).isEmpty();
    }

    private List<Incident> incidents() {
        return runtime.createIncidentQuery().list();
    }

    private void openIncidents(Page page, Incident incident) {
        // Where SIP-läget leads: the list of all instances has more than one page.
        page.navigate(base() + "/camunda/app/cockpit/default/#/process-instance/" + incident.getProcessInstanceId()
                + "/runtime");
        page.locator("a").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Fel\\s*$")))
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
