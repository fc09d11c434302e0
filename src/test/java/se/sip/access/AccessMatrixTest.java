package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Every role against every page, call, resource of the web apps and folder of files: the answers stand in
 * {@code access/matris.csv}. The rows come from what the application itself answers to, so a new route without a row
 * fails. Ids are made up: who sees which case is tested where there are cases.
 */
class AccessMatrixTest extends RunningProduct {

    private static final String TABLE = "access/matris.csv";
    private static final String NOBODY = "ingen";
    /** Was a member once: the account has neither role nor unit. */
    private static final String FORMER = "utan roll";
    private static final Map<String, String> ACCOUNTS = accounts();

    @Autowired
    ApplicationContext context;

    private static Map<String, String> accounts() {
        var accounts = new LinkedHashMap<String, String>();
        accounts.put(NOBODY, null);
        accounts.put(FORMER, "lamnat");
        accounts.put("handlaggare", "elevhalsa");
        accounts.put("annat lan", "h-elevhalsa");
        accounts.put("samordnare", "samordnare");
        accounts.put("chef", "elevhalsa-chef");
        accounts.put("processagare", "processagare");
        accounts.put("driftadmin", "driftadmin");
        accounts.put("lansadmin", "lansadmin");
        accounts.put("statistiklasare", "statistik");
        accounts.put("integration", "it-tjanst");
        accounts.put("granskare", "granskare");
        return accounts;
    }

    @Test
    void everyRoleAgainstEveryRoute() {
        var former = identity.newUser("lamnat");
        former.setPassword(PASSWORD);
        identity.saveUser(former);
        try {
            Set<String> routes = routes();
            var actual = new TreeMap<String, List<String>>();
            routes.forEach(route -> actual.put(route, new ArrayList<>()));
            ACCOUNTS.forEach((role, account) -> {
                var browser = account == null ? new Browser(port) : as(account);
                // Its token for changing calls comes with a page of the web apps that the role may open.
                browser.get("/camunda/app/cockpit/default/");
                if (account == null) {
                    browser.get("/login");
                }
                for (String route : routes) {
                    // Ends the session that the others need.
                    boolean ends = route.equals("POST /logout") || route.endsWith("/logout");
                    actual.get(route).add(answer(ends && account != null ? as(account) : browser, route));
                }
            });
            var table = new StringBuilder("route;" + String.join(";", ACCOUNTS.keySet()) + "\n");
            actual.forEach((route, answers) -> table.append(route).append(';').append(String.join(";", answers))
                    .append('\n'));
            keep(table.toString());
            assertThat(table.toString()).as("whoever changes this has decided who may do what").isEqualTo(expected());
        } finally {
            identity.deleteUser("lamnat");
        }
    }

    private static String answer(Browser browser, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{\\*?[^}]*}", "x").replace("/**", "/x")
                .replace("*", "x");
        var answer = method.equals("GET") || path.contains("/api/") ? browser.send(method, path,
                method.equals("GET") || method.equals("OPTIONS") || method.equals("DELETE") ? null : "{}")
                : browser.postForm(path, "");
        String to = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() + (to.endsWith("/login") ? " login" : "");
    }

    /** What the application answers to, as it says itself. */
    private Set<String> routes() {
        var routes = new TreeSet<String>();
        context.getBeansOfType(AbstractHandlerMethodMapping.class).values().forEach(mapping -> {
            for (Object key : mapping.getHandlerMethods().keySet()) {
                var info = (RequestMappingInfo) key;
                Set<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name)
                        .collect(Collectors.toSet());
                info.getPatternValues().forEach(pattern -> (methods.isEmpty() ? Set.of("GET", "POST") : methods)
                        .forEach(method -> routes.add(method + " " + (pattern.isEmpty() ? "/" : pattern))));
            }
        });
        var gate = AccessFiles.read("access/gate.yml", Gate.GateFile.class);
        var calls = new ArrayList<>(gate.never());
        gate.groups().forEach(group -> calls.addAll(group.allow()));
        calls.forEach(call -> (call.method().equals("ANY") ? List.of("GET", "POST") : List.of(call.method()))
                .forEach(method -> routes.add(method + " /camunda/api" + call.path())));
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/static/*/*")) {
                String[] parts = file.getURL().getPath().split("/static/")[1].split("/");
                routes.add("GET /" + parts[0] + "/**");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            routes.add("GET /camunda/app/" + app + "/default/");
            routes.add("GET /camunda/app/" + app + "/index.html");
        }
        routes.addAll(List.of("GET /camunda/lib/globalize.js", "GET /camunda/api/engine/engine/default/no-such-call",
                "POST /camunda/api/engine/engine/default/message", "GET /engine-rest/engine", "GET /h2-console",
                "GET /actuator/env", "GET /actuator/metrics", "GET /actuator/heapdump", "GET /no-such-page"));
        return routes;
    }

    /** What was found, to look through and take over where it is right. */
    private static void keep(String table) {
        try {
            Files.writeString(Path.of("target", "matris.csv"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expected() {
        try {
            return new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
