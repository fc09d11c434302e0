package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sip.Clause;

/** The forms of preparation and consent in a real browser: what they ask whom, and that everybody can read them. */
@ExtendWith(Chromium.class)
class FamilyFormsTest {

    @ParameterizedTest
    @CsvSource({"forbered, false", "enheter, false", "samtycke, false", "samtycke, true", "utokat_samtycke, false",
        "fornya_samtycke, false", "eget_samtycke, true"})
    void everyFormCanBeRead(String form, boolean adult, Page page) throws IOException {
        open(page, form, adult).usable();
        page.evaluate("document.querySelectorAll('sip-show').forEach(s => s.hidden = false)");

        Pictures.takeWhole(page, form + (adult ? "-vuxen" : ""));
        assertThat(Pictures.violations(page, "form")).isEmpty();
    }

    @Test
    @Clause({"VGV-22", "VGU-43"})
    void aChildsGuardiansAreAskedAndAnAdultAlone(Page page) throws IOException {
        var form = open(page, "samtycke", false).usable();
        assertThat(form.field("guardians")).isVisible();
        assertThat(form.field("capacity")).isHidden();

        form = open(page, "samtycke", true).usable();
        assertThat(form.field("guardians")).isHidden();
        assertThat(form.field("capacity")).isVisible();
    }

    private static SipFormPage open(Page page, String form, boolean adult) throws IOException {
        var guardians = List.of(Map.of("guardianId", 1, "name", "Maria Lindqvist"),
                Map.of("guardianId", 2, "name", "Per Lindqvist"));
        var units = List.of(Map.of("participantId", 1, "name", "BUP i Borås", "title", "BUP i Borås (kallas)"),
                Map.of("participantId", 2, "name", "Socialtjänsten", "title", "Socialtjänsten (kallas)"));
        new StubTasklist(page)
                .with("adult", adult)
                .with("model", Map.of("adult", adult, "twoParts", true, "guardians", guardians, "recipients", units, "proposals", units))
                .with("choices", Map.of("decision", List.of("Vårdnadshavares svar saknas (VGV-08).",
                        "Varje vårdnadshavare svarar för sig, och någons svar saknas."),
                        "notWished", List.of("Under förberedelsen sades: Inte mormor."),
                        "reasons", List.of("BUP i Borås: Barnet har en pågående vårdkontakt (VGU-88)"),
                        "unitKinds", List.of(Map.of("value", "SCHOOL", "label", "Skola"))))
                .open(whole(Files.readString(Path.of("forms", form + ".html"))));
        return new SipFormPage(page);
    }

    /** The form with its parts, as it is published. */
    private static String whole(String text) {
        return Pattern.compile("<sip-part name=\"(\\w+)\"(?: as=\"(\\w+)\")?></sip-part>").matcher(text).replaceAll(part -> {
            try {
                String held = Files.readString(Path.of("forms", "delar", part.group(1) + ".html"));
                return Matcher.quoteReplacement(whole(part.group(2) == null ? held
                        : held.replace("=\"*", "=\"" + part.group(2))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
