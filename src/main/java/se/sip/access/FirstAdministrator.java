package se.sip.access;

import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets somebody in on a new production database: one driftadmin, who creates the other accounts in Admin. */
@Component
@Profile("production")
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentityService identity;
    private final String id;
    private final String password;

    FirstAdministrator(IdentityService identity, @Value("${sip.first-admin.id:}") String id,
            @Value("${sip.first-admin.password:}") String password) {
        this.identity = identity;
        this.id = id;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (identity.createUserQuery().memberOfGroup(Role.OPERATOR.group()).count() > 0) {
            return;
        }
        if (id.isBlank() || password.isBlank()) {
            LOG.warn("Nobody can log in as driftadmin. Set SIP_FIRST_ADMIN_ID and SIP_FIRST_ADMIN_PASSWORD for one "
                    + "start; the account is created, and the settings can be removed again.");
            return;
        }
        var user = identity.newUser(id);
        user.setFirstName("Första");
        user.setLastName("driftadministratören");
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(id, Role.OPERATOR.group());
        LOG.info("Created the first driftadmin");
    }
}
