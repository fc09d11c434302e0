package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two process owners change what a county runs, and go back, in the browser alone. */
@BrowserTest
class ProcessPagesTest {

    @LocalServerPort
    private int port;

    @Test
    void aChangeIsCheckedComparedProposedConfirmedAndTakenBack(Page page) throws IOException {
        logIn(page, "processagare");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Processer")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Processer i Västra Götaland");
        int before = version(page);

        send(page, file("kalla.bpmn", Files.readString(Path.of("processes/kalla.bpmn")).replace(
                "id=\"andra\" name=\"Nej, kallelsen måste ändras\" sourceRef=\"far_ga_ut\" targetRef=\"kallelse\"",
                "id=\"andra\" name=\"Nej, kallelsen måste ändras\" sourceRef=\"far_ga_ut\" targetRef=\"skicka\"")));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Prövningen hittade fel.");
        assertThat(page.locator("table").first()).containsText("Bryter mot grundlagen");
        assertThat(page.getByText("Föreslå", exactly())).hasCount(0);
        look(page, "kandidat-fel");
        press(page, "Kasta kandidaten");

        send(page, file("frister.dmn", Files.readString(Path.of("decisions/vgr/frister.dmn"))
                .replaceFirst("<text>3</text>", "<text>4</text>")), file("kalla.bpmn", Files.readString(
                        Path.of("processes/kalla.bpmn")).replace("name=\"Skicka kallelserna\"",
                                "name=\"Skicka ut kallelserna\"")));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Filerna är prövade.");
        assertThat(page.getByText("Antal var ”3” och blir ”4”.", new Page.GetByTextOptions().setExact(false))).isVisible();
        assertThat(page.locator(".sip-rows .sip-row-changed del")).hasText("3");
        assertThat(page.locator(".sip-rows .sip-row-changed ins")).hasText("4");
        page.getByText("Visa diagrammen sida vid sida").press("Enter");
        assertThat(page.locator(".sip-compare[data-drawn] .sip-diagram .sip-changed[data-element-id=skicka]")).hasCount(2);
        look(page, "kandidat");
        rehearse(page);
        page.getByLabel("Vad ändras, och varför?").fill("Fyra veckor i stället för tre.");
        press(page, "Föreslå");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("En annan processägare bekräftar den.");
        assertThat(page.getByText("Bekräfta och publicera")).hasCount(0);
        String candidate = page.url();

        logIn(page, "processagare-tva");
        page.navigate(candidate);
        look(page, "kandidat-bekrafta");
        press(page, "Bekräfta och publicera");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version " + (before + 1) + " gäller nu.");

        page.navigate(url("/processer/vgr"));
        look(page, "processer");
        page.getByText("Pågående ärenden", exactly()).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Pågående ärenden");
        look(page, "flytt");
        page.navigate(url("/processer/vgr"));
        page.getByLabel("Gå tillbaka till version " + before, new Page.GetByLabelOptions().setExact(true)).press("Enter");
        assertThat(page.getByText("Antal var ”4” och blir ”3”.", new Page.GetByTextOptions().setExact(false))).isVisible();
        rehearse(page);
        page.getByLabel("Vad ändras, och varför?").fill("Tillbaka.");
        press(page, "Föreslå");
        candidate = page.url();
        logIn(page, "processagare");
        page.navigate(candidate);
        press(page, "Bekräfta och publicera");
        page.navigate(url("/processer/vgr"));
        assertThat(version(page)).isEqualTo(before + 2);
        page.getByText("Länets eget mot den nationella basen").click();
        assertThat(page.locator(".sip-difference").first()).isVisible();
        assertThat(page.request().get(url("/processer/vgr/versioner/1/filer")).headers())
                .containsEntry("content-disposition", "attachment; filename=\"vgr-version-1.zip\"");

        page.navigate(url("/processer/vgr/versioner/1?fil=decisions/vgr/frister.dmn"));
        assertThat(page.locator("pre")).containsText("<decision id=\"frister\"");
        look(page, "version");

        logIn(page, "h-processagare");
        assertThat(page.navigate(candidate).status()).isEqualTo(403);
    }

    private static void rehearse(Page page) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Repetera").setExact(true));
        if (button.count() > 0) {
            button.press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kandidaten är repeterad.");
        }
    }

    private static void send(Page page, FilePayload... files) {
        page.setInputFiles("#filer", files);
        press(page, "Pröva filerna");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/xml", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).press("Enter");
        page.waitForLoadState();
    }

    private static int version(Page page) {
        return Integer.parseInt(page.locator(".sip-head dd").first().innerText());
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void look(Page page, String name) {
        Pictures.takeWhole(page, "processer-" + name);
        assertThat(Pictures.violations(page, "body")).isEmpty();
    }

    private void logIn(Page page, String user) {
        page.context().clearCookies();
        page.navigate(url("/login"));
        page.getByLabel("Användarnamn").fill(user);
        page.getByLabel("Lösenord").fill("sip-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
