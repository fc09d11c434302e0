package se.sip.access;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/** Groups and counties of a user as they are now: what was taken away since login is gone at the next request. */
@Component
class Memberships {

    private final IdentityService identity;

    Memberships(IdentityService identity) {
        this.identity = identity;
    }

    List<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
    }

    List<String> countiesOf(String userId) {
        return identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId).distinct().toList();
    }
}
