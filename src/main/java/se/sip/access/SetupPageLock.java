package se.sip.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Keeps the web apps from offering to create their first administrator: they do so to whoever asks, as long as the
 * engine's own administrators' group is empty. So it has one member, with a password nobody knows. People are
 * {@link Role#OPERATOR} instead, who stay within their counties.
 */
@Component
class SetupPageLock implements SmartInitializingSingleton {

    private static final String ENGINE_ADMINISTRATORS = "camunda-admin";
    private static final String KEEPER = "installation";
    private static final int PASSWORD_BYTES = 32;

    private final IdentityService identity;

    SetupPageLock(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void afterSingletonsInstantiated() {
        identity.clearAuthentication();
        if (identity.createUserQuery().memberOfGroup(ENGINE_ADMINISTRATORS).count() > 0) {
            return;
        }
        if (identity.createGroupQuery().groupId(ENGINE_ADMINISTRATORS).count() == 0) {
            var group = identity.newGroup(ENGINE_ADMINISTRATORS);
            group.setName("Engine administrators");
            group.setType("SYSTEM");
            identity.saveGroup(group);
        }
        if (identity.createUserQuery().userId(KEEPER).count() == 0) {
            byte[] password = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(password);
            var user = identity.newUser(KEEPER);
            user.setFirstName("Installation");
            user.setLastName("(no login)");
            user.setPassword(Base64.getEncoder().encodeToString(password));
            identity.saveUser(user);
        }
        identity.createMembership(KEEPER, ENGINE_ADMINISTRATORS);
    }
}
