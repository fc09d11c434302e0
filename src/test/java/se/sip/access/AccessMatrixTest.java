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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import se.sip.testing.SipTest;

/**
 * Every role against every page, call, resource of the web apps and folder of files: the answers stand in
 * {@code access/matris.csv}. The rows come from what the application itself answers to, so a new route without a row
 * fails. Ids are made up: who sees which case is tested where there are cases. What only the demonstration answers to is
 * not here: it has no case but its own.
 */
@SipTest
class AccessMatrixTest {

    private static final String TABLE = "access/matris.csv";
    private static final String NOBODY = "ingen";
    /** Was a member once: the account has neither role nor unit. */
    private static final String FORMER = "utan roll";
    private static final String PASSWORD = "matris-1";
    private static final Map<String, List<String>> ROLES = roles();
    private static final String OTHER_COUNTY = "annat lan";

    @Autowired
    ApplicationContext context;
    @Autowired
    IdentityService identity;
    @LocalServerPort
    int port;

    /** The groups of each kind of visitor; null for who is not logged in. */
    private static Map<String, List<String>> roles() {
        var roles = new LinkedHashMap<String, List<String>>();
        roles.put(NOBODY, null);
        roles.put(FORMER, List.of());
        roles.put("handlaggare", List.of("handlaggare", "vgr-1490-elevhalsa"));
        roles.put(OTHER_COUNTY, List.of("handlaggare", "halland-1380-elevhalsa"));
        roles.put("samordnare", List.of("samordnare", "vgr-1490-socialtjanst"));
        roles.put("chef", List.of("chef", "vgr-1490-elevhalsa-chef"));
        for (Role role : Role.values()) {
            if (!roles.containsKey(role.group())) {
                roles.put(role.group(), role == Role.ARCHIVIST ? List.of(role.group(), "arkiv-vgr-1490")
                        : List.of(role.group()));
            }
        }
        return roles;
    }

    @BeforeEach
    void makeAccounts() {
        ROLES.forEach((role, groups) -> {
            if (groups == null) {
                return;
            }
            var user = identity.newUser(account(role));
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            String county = role.equals(OTHER_COUNTY) ? "halland" : "vgr";
            if (identity.createTenantQuery().tenantId(county).count() == 0) {
                identity.saveTenant(identity.newTenant(county));
            }
            identity.createTenantUserMembership(county, account(role));
            groups.forEach(group -> {
                if (identity.createGroupQuery().groupId(group).count() == 0) {
                    identity.saveGroup(identity.newGroup(group));
                }
                identity.createMembership(account(role), group);
            });
        });
    }

    @AfterEach
    void takeAccountsAway() {
        ROLES.keySet().forEach(role -> identity.deleteUser(account(role)));
    }

    private static String account(String role) {
        return "matris-" + role.replace(' ', '-');
    }

    @Test
    void everyRoleAgainstEveryRoute() {
        Set<String> routes = routes();
        Map<String, List<String>> byRole = ROLES.keySet().parallelStream()
                .collect(Collectors.toConcurrentMap(role -> role, role -> answers(role, routes)));
        var table = new StringBuilder("route;" + String.join(";", ROLES.keySet()) + "\n");
        int row = 0;
        for (String route : routes) {
            int n = row++;
            table.append(route).append(';').append(ROLES.keySet().stream().map(role -> byRole.get(role).get(n))
                    .collect(Collectors.joining(";"))).append('\n');
        }
        keep(table.toString());
        assertThat(table.toString()).as("whoever changes this has decided who may do what").isEqualTo(expected());
    }

    private List<String> answers(String role, Set<String> routes) {
        Browser browser = visitor(role);
        // Its token for changing calls comes with a page of the web apps that the role may open.
        browser.get("/camunda/app/cockpit/default/");
        browser.get("/login");
        return routes.stream().map(route -> {
            // Ends the session that the others need.
            boolean ends = route.equals("POST /logout") || route.endsWith("/logout");
            return answer(ends ? visitor(role) : browser, route);
        }).toList();
    }

    private Browser visitor(String role) {
        return role.equals(NOBODY) ? new Browser(port) : Browser.loggedIn(port, account(role), PASSWORD);
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
