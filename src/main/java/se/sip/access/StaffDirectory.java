package se.sip.access;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who is at work: read from the engine's authentication of the current thread, never from the request. */
@Component
public class StaffDirectory {

    private static final String MANAGER_SUFFIX = "-chef";
    private final IdentityService identity;

    StaffDirectory(IdentityService identity) {
        this.identity = identity;
    }

    /** Empty in jobs, where the system itself acts. */
    public Optional<StaffMember> current() {
        var authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return Optional.empty();
        }
        Set<String> groups = authentication.getGroupIds() == null ? Set.of()
                : new LinkedHashSet<>(authentication.getGroupIds());
        Set<String> counties = authentication.getTenantIds() == null ? Set.of()
                : new LinkedHashSet<>(authentication.getTenantIds());
        return Optional.of(new StaffMember(authentication.getUserId(), groups, counties));
    }

    /**
     * A member of staff as the engine knows them.
     *
     * @param groups units ({@code vgr-1490-elevhalsa}), manager groups ({@code ...-chef}) and roles
     * @param counties tenants
     */
    public record StaffMember(String userId, Set<String> groups, Set<String> counties) {

        /** Whether somebody works with cases at all; a chef, a granskare and the like see none by their role alone. */
        public boolean worksWithCases() {
            return Role.CASEWORKER.isAmong(groups) || Role.COORDINATOR.isAmong(groups);
        }

        /** Units worked in: every group that is neither a role nor a manager group has the county's prefix. */
        public Set<String> units() {
            var units = new LinkedHashSet<String>();
            if (!worksWithCases()) {
                return units;
            }
            for (String group : groups) {
                if (!group.endsWith(MANAGER_SUFFIX) && counties.stream().anyMatch(c -> group.startsWith(c + "-"))) {
                    units.add(group);
                }
            }
            return units;
        }

        public Optional<String> firstUnit() {
            return units().stream().findFirst();
        }

        /** @param unit or the managers of one */
        public boolean worksIn(String unit) {
            return groups.contains(unit) && (worksWithCases() || unit.endsWith(MANAGER_SUFFIX));
        }

        /** Units that somebody is a manager of. */
        public Set<String> managedUnits() {
            var units = new LinkedHashSet<String>();
            groups.stream().filter(group -> group.endsWith(MANAGER_SUFFIX))
                    .forEach(group -> units.add(group.substring(0, group.length() - MANAGER_SUFFIX.length())));
            return units;
        }
    }
}
