package se.sip.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.unit.PrincipalId;
import se.sip.unit.Unit;

/**
 * Who somebody is and what they may do, as the provider of logins says.
 *
 * @param groups roles and units; a manager (chef) is also in their units' group of managers, an arkivansvarig in the
 *     group of their principal's
 * @param counties tenants
 */
record ClaimedStaff(String userId, String givenName, String familyName, Set<String> groups, Set<String> counties) {

    /** What the engine takes as a user id; anything else would be refused when the user is saved. */
    private static final String USER_ID = "[a-zA-Z0-9._@:-]+";

    /** @throws IncompleteClaimsException where a claim is missing without which nobody can work here */
    static ClaimedStaff from(Map<String, Object> claims, ClaimNames names) {
        var missing = new ArrayList<String>();
        String user = one(claims, names.user());
        if (user == null || !user.matches(USER_ID)) {
            missing.add(names.user());
        }
        Set<String> counties = many(claims, names.counties(), names);
        if (counties.isEmpty()) {
            missing.add(names.counties());
        }
        Set<String> roles = many(claims, names.roles(), names).stream().filter(Role::isRole)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (roles.isEmpty()) {
            missing.add(names.roles());
        }
        if (!missing.isEmpty()) {
            throw new IncompleteClaimsException(missing);
        }
        var groups = new LinkedHashSet<>(roles);
        // A chef who does not work with cases is only among the managers: the tasks of the unit are not theirs.
        boolean worksWithCases = Role.CASEWORKER.isAmong(roles) || Role.COORDINATOR.isAmong(roles);
        for (String unit : many(claims, names.units(), names)) {
            if (PrincipalId.parse(unit).isPresent()) {
                if (Role.ARCHIVIST.isAmong(roles)) {
                    groups.add(PrincipalId.parse(unit).get().archivists());
                }
                continue;
            }
            if (worksWithCases) {
                groups.add(unit);
            }
            if (Role.MANAGER.isAmong(roles)) {
                groups.add(unit + Unit.MANAGER_SUFFIX);
            }
        }
        return new ClaimedStaff(user, Objects.requireNonNullElse(one(claims, names.givenName()), user),
                Objects.requireNonNullElse(one(claims, names.familyName()), ""), groups, counties);
    }

    private static String one(Map<String, Object> claims, String name) {
        return values(claims, name).findFirst().orElse(null);
    }

    private static Set<String> many(Map<String, Object> claims, String name, ClaimNames names) {
        return values(claims, name).map(names::translated).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> values(Map<String, Object> claims, String name) {
        Object found = claims;
        for (String part : name.contains(".") && !claims.containsKey(name) ? List.of(name.split("\\."))
                : List.of(name)) {
            found = found instanceof Map<?, ?> nested ? nested.get(part) : null;
        }
        Stream<?> all = found instanceof Collection<?> several ? several.stream() : Stream.ofNullable(found);
        return all.map(String::valueOf).map(String::strip).filter(value -> !value.isEmpty());
    }
}
