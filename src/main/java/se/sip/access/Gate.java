package se.sip.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which calls of the engine's web apps are let through, by role. Read from {@code access/gate.yml}; what the file
 * does not name is refused.
 */
class Gate {

    private final List<Rule> never;
    private final List<Rule> rules;

    Gate(GateFile file) {
        this.never = file.never().stream().map(call -> Rule.of(List.of(), call)).toList();
        this.rules = file.groups().stream()
                .flatMap(group -> group.allow().stream().map(call -> Rule.of(group.roles(), call)))
                .toList();
    }

    static Gate fromFile() {
        return new Gate(AccessFiles.read("access/gate.yml", GateFile.class));
    }

    /**
     * How the body of a call is treated; empty where the call is refused.
     *
     * @param path below {@code /camunda/api}
     */
    Optional<Body> letsThrough(String method, String path, Collection<String> groups) {
        var parsed = PathContainer.parsePath(path);
        if (never.stream().anyMatch(rule -> rule.fits(method, parsed))) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(rule -> rule.roles().stream().anyMatch(groups::contains))
                .filter(rule -> rule.fits(method, parsed))
                .findFirst()
                .map(Rule::body);
    }

    /** What a call may carry. */
    enum Body {
        /** Nothing. */
        NONE,
        /** The one transient variable {@code form}. */
        FORM,
        /** The user's own id, and nobody else's. */
        SELF,
        /** Search criteria without expressions. */
        QUERY,
        /** Whatever the call takes. */
        ANY
    }

    /**
     * @param never calls nobody makes, whatever their role
     * @param groups calls by role
     */
    record GateFile(List<Call> never, List<Group> groups) {
    }

    /** Calls that the same roles may make. {@code name} says what they are for. */
    record Group(String name, List<String> roles, List<Call> allow) {
    }

    /**
     * @param method an HTTP method or ANY
     * @param path a pattern below {@code /camunda/api}: {@code *} is one step, {@code **} the rest
     * @param body null is NONE
     */
    record Call(String method, String path, Body body) {
    }

    private record Rule(List<String> roles, String method, PathPattern path, Body body) {

        static Rule of(List<String> roles, Call call) {
            return new Rule(roles, call.method(), PathPatternParser.defaultInstance.parse(call.path()),
                    call.body() == null ? Body.NONE : call.body());
        }

        boolean fits(String called, PathContainer calledPath) {
            return (method.equals("ANY") || method.equals(called)) && path.matches(calledPath);
        }
    }
}
