package se.sip.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Gives the roles' groups exactly the authorizations of {@code access/roles.yml}, at every start and before the first
 * request is answered.
 */
@Component
class RoleSetup implements SmartInitializingSingleton {

    private static final String FILE = "access/roles.yml";

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    RoleSetup(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        identity.clearAuthentication();
        AccessFiles.read(FILE, RoleFile.class).roles().forEach(this::setUp);
    }

    private void setUp(RoleEntry role) {
        if (!Role.isRole(role.id())) {
            throw new IllegalStateException(FILE + " names the role '" + role.id() + "', which does not exist");
        }
        if (identity.createGroupQuery().groupId(role.id()).count() == 0) {
            var group = identity.newGroup(role.id());
            group.setName(role.name());
            group.setType("ROLE");
            identity.saveGroup(group);
        }
        var wanted = new HashSet<Held>();
        role.grants().forEach(grant -> wanted.add(Held.of(grant)));
        for (Authorization held : authorizations.createAuthorizationQuery().groupIdIn(role.id()).list()) {
            // The engine lets members of a group read the group; that stands.
            boolean ownGroup = held.getResourceType() == Resources.GROUP.resourceType()
                    && role.id().equals(held.getResourceId());
            if (!ownGroup && !wanted.remove(Held.of(held))) {
                authorizations.deleteAuthorization(held.getId());
            }
        }
        for (Held grant : wanted) {
            var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(role.id());
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.id());
            grant.permissions().forEach(authorization::addPermission);
            authorizations.saveAuthorization(authorization);
        }
    }

    record RoleFile(List<RoleEntry> roles) {
    }

    record RoleEntry(String id, String name, List<Grant> grants) {
    }

    /** @param resource a kind of thing in the engine, {@code id} one of its kind or *, {@code may} permissions of that resource */
    record Grant(Resources resource, String id, List<String> may) {
    }

    /** An authorization, comparable with what the file asks for. */
    private record Held(Resource resource, String id, Set<Permission> permissions) {

        static Held of(Grant grant) {
            var permissions = new HashSet<Permission>();
            grant.may().forEach(name -> permissions.add(permission(grant.resource(), name)));
            return new Held(grant.resource(), grant.id(), permissions);
        }

        static Held of(Authorization held) {
            var resource = Arrays.stream(Resources.values())
                    .filter(r -> r.resourceType() == held.getResourceType()).findFirst().orElseThrow();
            var permissions = new HashSet<Permission>();
            boolean all = held.isPermissionGranted(permissionOf(resource, "ALL"));
            for (Permission candidate : permissionsOf(resource)) {
                boolean counts = all ? candidate.getName().equals("ALL")
                        : candidate.getValue() != 0 && !candidate.getName().equals("ALL");
                if (counts && held.isPermissionGranted(candidate)) {
                    permissions.add(candidate);
                }
            }
            return new Held(resource, held.getResourceId(), permissions);
        }

        private static Permission permission(Resources resource, String name) {
            var found = permissionOf(resource, name);
            if (found == null) {
                var known = new TreeSet<String>();
                Arrays.stream(permissionsOf(resource)).forEach(p -> known.add(p.getName()));
                throw new IllegalStateException(FILE + ": " + resource + " has no permission '" + name
                        + "', only " + known);
            }
            return found;
        }

        private static Permission permissionOf(Resource resource, String name) {
            return Arrays.stream(permissionsOf(resource)).filter(p -> p.getName().equals(name)).findFirst()
                    .orElse(null);
        }

        private static Permission[] permissionsOf(Resource resource) {
            return switch ((Resources) resource) {
                case PROCESS_DEFINITION -> ProcessDefinitionPermissions.values();
                case PROCESS_INSTANCE -> ProcessInstancePermissions.values();
                case TASK -> TaskPermissions.values();
                case SYSTEM -> SystemPermissions.values();
                case BATCH -> BatchPermissions.values();
                case OPERATION_LOG_CATEGORY -> UserOperationLogCategoryPermissions.values();
                default -> Permissions.values();
            };
        }
    }
}
