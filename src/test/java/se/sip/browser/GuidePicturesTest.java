package se.sip.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pictures of the user guide are made by the tests, so that they show the product as it is. */
class GuidePicturesTest {

    private static final Pattern PICTURE = Pattern.compile("\\(images/handledning/([a-z-]+)\\.png\\)");

    @Test
    void everyPictureOfTheGuideIsTakenByATest() throws IOException {
        String tests;
        try (var files = Files.list(Path.of("src/test/java/se/sip/browser"))) {
            tests = files.map(GuidePicturesTest::text).collect(Collectors.joining());
        }
        var pictures = PICTURE.matcher(Files.readString(Path.of("docs/handledning.md"))).results().map(m -> m.group(1))
                .toList();

        assertThat(pictures).hasSizeGreaterThan(3).allSatisfy(name -> {
            assertThat(tests).contains("takeForGuide(page, \"" + name + "\")");
            assertThat(Path.of("docs/images/handledning", name + ".png")).exists();
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
