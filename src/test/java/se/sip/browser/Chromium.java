package se.sip.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The browser of the browser tests: the Chromium installed on this machine, in Swedish. With
 * {@code @ExtendWith(Chromium.class)} a test takes a {@code Page} of its own as parameter. The browser itself lives as
 * long as the JVM: the build hands test classes out one by one, and Playwright's own extension would close with the
 * first.
 */
public final class Chromium implements ParameterResolver, AfterEachCallback {

    static final int WIDTH = 1280;
    static final int HEIGHT = 800;
    /** Long, for machines where other tests run at the same time. */
    private static final double PATIENCE_MS = 60_000;
    private static final Namespace PAGES = Namespace.create(Chromium.class);
    private static Browser browser;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(PAGES).getOrComputeIfAbsent(Page.class, none -> newPage(), Page.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Page page = test.getStore(PAGES).remove(Page.class, Page.class);
        if (page != null) {
            page.context().close();
        }
    }

    private static synchronized Page newPage() {
        if (browser == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            var playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        }
        var context = browser.newContext(new Browser.NewContextOptions().setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm").setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
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
