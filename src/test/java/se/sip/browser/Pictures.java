package se.sip.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What a page looks like, to be looked at afterwards, and what axe finds in it. */
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Pictures() {
    }

    public static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    /**
     * A picture of the user guide, {@code docs/handledning.md}. It is put into the guide's folder where the run is asked to
     * ({@code -Dsip.guide.pictures=true}); otherwise it stays with the others, so that a test run changes no file.
     */
    static void takeForGuide(Page page, String name) {
        Path folder = Boolean.getBoolean("sip.guide.pictures") ? Path.of("docs", "images", "handledning")
                : FOLDER.resolve("handledning");
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    static void takeWhole(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
    }

    /** Half the width and height in CSS pixels at twice the pixels: what a browser shows at 200 % zoom. */
    static void zoomTwice(Page page) {
        page.setViewportSize(Chromium.WIDTH / 2, Chromium.HEIGHT / 2);
    }

    static void zoomBack(Page page) {
        page.setViewportSize(Chromium.WIDTH, Chromium.HEIGHT);
    }

    /** Violations of WCAG 2.1 A and AA within a part of the page, one line each: rule, help, where. */
    static List<String> violations(Page page, String within) {
        // Its other way opens a further page for each look, which is for frames of foreign sites alone.
        return new AxeBuilder(page).setLegacyMode(true).include(within).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> "%s: %s: %s".formatted(rule.getId(), rule.getHelp(), node.getHtml())))
                .toList();
    }
}
