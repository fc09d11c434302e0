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

        /** Units worked in: every group that is neither a role nor a manager group has the county's prefix. */
        public Set<String> units() {
            var units = new LinkedHashSet<String>();
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

        public boolean worksIn(String unit) {
            return groups.contains(unit);
        }
    }
}
