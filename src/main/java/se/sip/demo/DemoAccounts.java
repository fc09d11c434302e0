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
        if (account.unit() != null) {
            join(account, account.unit(), account.unitName(), "UNIT");
            if (account.roles().contains(MANAGER_ROLE)) {
                join(account, account.unit() + MANAGER_SUFFIX, "Chefer, " + account.unitName(), "MANAGERS");
            }
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

    /** @param unit and {@code unitName} are null for those who work with no unit's cases; {@code does} is Swedish */
    record Account(
            String id, String name, String county, String unit, String unitName, List<String> roles, String does) {

        /** As the start page shows them. */
        public String getRoleNames() {
            return roles.stream().map(Role::swedishOf).collect(Collectors.joining(", "));
        }
    }
}
