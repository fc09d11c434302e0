package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What process owners see of a form file, with the pages served as they stand in the jar. */
@ExtendWith(Chromium.class)
class PreviewTest {

    private static final String FORM = """
            <form role="form" class="sip-form">
              <sip-case></sip-case>
              <sip-section title="Mötet">
                <sip-date name="day" label="Vilken dag?" required></sip-date>
                <sip-select name="place" label="Var?" from="places"></sip-select>
                <sip-show when="place" is="VIDEO"><sip-text name="link" label="Länk"></sip-text></sip-show>
                <sip-fixed-rows name="answers" label="Svar" title-field="name">
                  <sip-yes-no name="comes" label="Kommer?"></sip-yes-no>
                </sip-fixed-rows>
              </sip-section>
              <sip-blink name="x"></sip-blink>
              <p onclick="window.harmed = true">Text</p>
              <script>window.harmed = true;</script>
            </form>
            """;

    @Test
    void aFileFromTheComputerIsShownWithMadeUpContentAndItsFaultsNamed(Page page) {
        StaticFiles.serve(page);
        page.navigate(StaticFiles.ORIGIN + "/preview/index.html");
        page.setInputFiles("#file", new FilePayload("mote.html", "text/html", FORM.getBytes(StandardCharsets.UTF_8)));
        var form = new SipFormPage(page).usable();

        assertThat(page.locator("#form-title")).isFocused();
        assertThat(page.locator("#faults")).containsText("<sip-blink> finns inte bland formulärens element.");
        assertThat(page.locator("#faults")).containsText("onclick får inte stå på <p>.");
        page.getByText("Text", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.evaluate("window.harmed")).isNull();
        assertThat(form.field("answers[1]").locator("> legend")).hasText("Exempel B");
        assertThat(form.field("link")).isHidden();
        page.getByLabel("Visa även det som visas först efter ett visst svar").check();
        assertThat(form.field("link")).isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför (prov)")).click();
        assertThat(form.faults()).containsExactly("Vilken dag? – Fyll i det här.");
        Pictures.takeWhole(page, "preview");
        assertThat(Pictures.violations(page, "body")).isEmpty();

        form.fill("day", "20260401").fill("place", "EXEMPEL_1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför (prov)")).click();
        assertThat(page.locator("#content")).containsText("\"day\": \"2026-04-01\"");
    }
}
