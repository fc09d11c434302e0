package se.sip.access;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes whoever logs in through a provider to the engine's users, groups and tenants, where the web apps look for
 * them, and takes away what the provider says no more.
 */
@Component
class StaffAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(StaffAccounts.class);
    private final IdentityService identity;
    private final Memberships memberships;

    StaffAccounts(IdentityService identity, Memberships memberships) {
        this.identity = identity;
        this.memberships = memberships;
    }

    @Transactional
    void keep(ClaimedStaff staff) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            keepUser(staff);
            keepGroups(staff);
            keepCounties(staff);
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    private void keepUser(ClaimedStaff staff) {
        User user = identity.createUserQuery().userId(staff.userId()).singleResult();
        if (user == null) {
            user = identity.newUser(staff.userId());
        } else if (staff.givenName().equals(user.getFirstName()) && staff.familyName().equals(user.getLastName())) {
            return;
        }
        user.setFirstName(staff.givenName());
        user.setLastName(staff.familyName());
        identity.saveUser(user);
    }

    /** A group that the register does not have is passed over: it would open nothing. */
    private void keepGroups(ClaimedStaff staff) {
        Set<String> wanted = staff.groups().stream().filter(this::exists).collect(Collectors.toSet());
        if (wanted.size() < staff.groups().size()) {
            var unknown = new HashSet<>(staff.groups());
            unknown.removeAll(wanted);
            LOG.warn("A login names units that are not in the register: {}", unknown);
        }
        Set<String> held = Set.copyOf(memberships.groupsOf(staff.userId()));
        held.stream().filter(group -> !wanted.contains(group))
                .forEach(group -> identity.deleteMembership(staff.userId(), group));
        wanted.stream().filter(group -> !held.contains(group))
                .forEach(group -> identity.createMembership(staff.userId(), group));
    }

    private boolean exists(String group) {
        return identity.createGroupQuery().groupId(group).list().stream().map(Group::getId).findFirst().isPresent();
    }

    private void keepCounties(ClaimedStaff staff) {
        Set<String> wanted = identity.createTenantQuery().list().stream().map(Tenant::getId)
                .filter(staff.counties()::contains).collect(Collectors.toSet());
        Set<String> held = Set.copyOf(memberships.countiesOf(staff.userId()));
        held.stream().filter(county -> !wanted.contains(county))
                .forEach(county -> identity.deleteTenantUserMembership(county, staff.userId()));
        wanted.stream().filter(county -> !held.contains(county))
                .forEach(county -> identity.createTenantUserMembership(county, staff.userId()));
    }
}
