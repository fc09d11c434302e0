package se.sip.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The product's own static files, answered straight from the class path: a page without a server. */
final class StaticFiles {

    static final String ORIGIN = "http://sip.test";
    static final String SCRIPTS = "/camunda/app/tasklist/sip/";

    private StaticFiles() {
    }

    static void serve(Page page) {
        page.route(ORIGIN + "/**", StaticFiles::answer);
    }

    /** Answers with the file the address names, or that there is none. */
    static void answer(Route route) {
        String path = route.request().url().substring(ORIGIN.length()).replaceFirst("\\?.*", "");
        String file = path.startsWith(SCRIPTS) ? "/META-INF/resources/webjars" + path : "/static" + path;
        try (var in = StaticFiles.class.getResourceAsStream(file)) {
            route.fulfill(in == null ? new Route.FulfillOptions().setStatus(404)
                    : new Route.FulfillOptions().setBodyBytes(in.readAllBytes()).setContentType(typeOf(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typeOf(String path) {
        String type = path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "text/html";
        return type + "; charset=utf-8";
    }
}
