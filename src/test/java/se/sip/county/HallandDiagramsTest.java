package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.sip.Clause;

/**
 * Halland's {@code sip.bpmn} is the base but for its timer: thirty days instead of three weeks. Whoever changes the
 * base changes the overlay in the same way.
 */
class HallandDiagramsTest {

    private static final Path BASE = Path.of("processes", "sip.bpmn");
    private static final Path HALLAND = Path.of("processes", "halland", "sip.bpmn");

    @Test
    @Clause("HAL-73")
    void theTimerOfTheMeetingIsNamedAfterThirtyDays() throws IOException {
        assertThat(Files.readString(HALLAND))
                .contains("id=\"trettio_dagar\" name=\"Trettio dagar sedan behovet upptäcktes\"")
                .doesNotContain("Tre veckor").doesNotContain("tre_veckor");
    }

    @Test
    @Clause("HAL-73")
    void allElseIsAsInTheBaseButForTheClausesOfItsDocumentation() throws IOException {
        String base = withoutDocumentation(Files.readString(BASE)).replace("tre_veckor", "trettio_dagar")
                .replace("Tre veckor sedan behovet upptäcktes", "Trettio dagar sedan behovet upptäcktes");
        assertThat(withoutDocumentation(Files.readString(HALLAND)))
                .as("%s follows %s: make the same change in it", HALLAND, BASE).isEqualTo(base);
    }

    @Test
    @Clause("HAL-19")
    void theSixStepsFollowEachOther() throws IOException {
        String diagram = Files.readString(HALLAND);
        assertThat(List.of("Upptäck behov", "Förbered", "Kalla", "SIP-möte", "Följ upp", "Avsluta").stream()
                .map(step -> diagram.indexOf(". " + step + "\" calledElement"))).doesNotContain(-1).isSorted();
    }

    @Test
    void itsDocumentationNamesNoClauseOfAnotherCounty() throws IOException {
        assertThat(Files.readString(HALLAND)).doesNotContainPattern("(VGB|VGV|VGU|BOR)-\\d");
    }

    private static String withoutDocumentation(String diagram) {
        return diagram.replaceAll("(?s)<bpmn:documentation>.*?</bpmn:documentation>", "");
    }
}
