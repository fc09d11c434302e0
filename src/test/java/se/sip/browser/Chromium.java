package se.sip.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.junit.Options;
import com.microsoft.playwright.junit.OptionsFactory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The browser of the browser tests: the Chromium installed on this machine, in Swedish. Use it with
 * {@code @UsePlaywright(Chromium.class)}; a test then takes a {@code Page} as parameter.
 */
public final class Chromium implements OptionsFactory {

    static final int WIDTH = 1280;
    static final int HEIGHT = 800;
    /** Long, for machines where other tests run at the same time. */
    private static final double PATIENCE_MS = 20_000;

    @Override
    public Options getOptions() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Options()
                .setPlaywrightCreateOptions(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .setLaunchOptions(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(List.of(
                        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")))
                .setContextOptions(new Browser.NewContextOptions().setLocale("sv-SE").setTimezoneId("Europe/Stockholm")
                        .setViewportSize(WIDTH, HEIGHT));
    }

    private static Path executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium on PATH. ./verify installs it; or install the package chromium."));
    }
}
