package se.sip.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.sip.access.AccessFiles;
import se.sip.access.DemoAccountMark;
import se.sip.access.Role;

/** Creates the accounts of {@code demo/accounts.yml} that are missing. */
@Component
@Profile("demo")
class DemoAccounts implements SmartInitializingSingleton {

    private static final String MANAGER_SUFFIX = "-chef";
    private static final String MANAGER_ROLE = "chef";

    private final IdentityService identity;
    private final DemoFile file = AccessFiles.read("demo/accounts.yml", DemoFile.class);

    DemoAccounts(IdentityService identity) {
        this.identity = identity;
    }

    DemoFile file() {
        return file;
    }

    @Override
    public void afterSingletonsInstantiated() {
        identity.clearAuthentication();
        file.accounts().stream().map(file::countyOf).distinct().forEach(this::county);
        file.accounts().stream()
                .filter(account -> identity.createUserQuery().userId(account.id()).count() == 0)
                .forEach(this::create);
    }

    private void county(String id) {
        if (identity.createTenantQuery().tenantId(id).count() == 0) {
            var county = identity.newTenant(id);
            county.setName(id);
            identity.saveTenant(county);
        }
    }

    private void create(Account account) {
        var user = identity.newUser(account.id());
        int space = account.name().indexOf(' ');
        user.setFirstName(account.name().substring(0, space));
        user.setLastName(account.name().substring(space + 1));
        user.setEmail(account.id() + DemoAccountMark.MAIL_DOMAIN);
        user.setPassword(file.password());
        identity.saveUser(user);
        identity.createTenantUserMembership(file.countyOf(account), account.id());
        account.roles().forEach(role -> join(account, role, role, "ROLE"));
        place(account, account.unit(), account.unitName());
        for (Place other : account.also() == null ? List.<Place>of() : account.also()) {
            if (!other.county().equals(file.countyOf(account))) {
                county(other.county());
                identity.createTenantUserMembership(other.county(), account.id());
            }
            place(account, other.unit(), other.unitName());
        }
    }

    /** Who is only a chef is among the unit's managers, and not among those who work with its cases. */
    private void place(Account account, String unit, String unitName) {
        if (unit == null) {
            return;
        }
        boolean manager = account.roles().contains(MANAGER_ROLE);
        if (!manager || account.roles().size() > 1) {
            join(account, unit, unitName, "UNIT");
        }
        if (manager) {
            join(account, unit + MANAGER_SUFFIX, "Chefer, " + unitName, "MANAGERS");
        }
    }

    private void join(Account account, String groupId, String name, String type) {
        if (identity.createGroupQuery().groupId(groupId).count() == 0) {
            var group = identity.newGroup(groupId);
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
        identity.createMembership(account.id(), groupId);
    }

    /** @param county whose accounts they are that name none themselves */
    record DemoFile(String password, String county, List<Account> accounts) {

        String countyOf(Account account) {
            return account.county() == null ? county : account.county();
        }
    }

    /** A further county, and perhaps a unit there, of somebody's. */
    record Place(String county, String unit, String unitName) {
    }

    /**
     * @param unit and {@code unitName} are null for those who work with no unit's cases
     * @param also null for most
     * @param does in Swedish
     */
    record Account(
            String id, String name, String county, String unit, String unitName, List<Place> also, List<String> roles,
            String does) {

        /** As the start page shows them. */
        public String getRoleNames() {
            return roles.stream().map(Role::swedishOf).collect(Collectors.joining(", "));
        }
    }
}
