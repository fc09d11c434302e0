package se.sip.access;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Refuses to start in the profile production on settings that are meant for the demonstration. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class ProductionGuard {

    private static final int SHORTEST_KEY = 32;

    /** Before anything is opened or written. All faults at once. */
    @Bean
    static BeanFactoryPostProcessor productionSettings(Environment settings) {
        return beans -> {
            var faults = faultsOf(settings);
            if (!faults.isEmpty()) {
                throw new UnfitForProductionException(faults);
            }
        };
    }

    /** When the database is open, before the first request is answered. */
    @Bean
    SmartInitializingSingleton noDemoAccounts(IdentityService identity) {
        return () -> {
            identity.clearAuthentication();
            long demo = identity.createUserQuery().userEmailLike("%" + DemoAccountMark.MAIL_DOMAIN).count();
            if (demo > 0) {
                throw new UnfitForProductionException(List.of("The database holds " + demo + " demo account(s), "
                        + "whose password is public. Use a database that was never started with the profile demo, "
                        + "or delete the users whose e-mail ends with " + DemoAccountMark.MAIL_DOMAIN + "."));
            }
        };
    }

    static List<String> faultsOf(Environment settings) {
        var faults = new ArrayList<String>();
        if (settings.matchesProfiles("demo")) {
            faults.add("The profiles production and demo are both active. Set SPRING_PROFILES_ACTIVE=production only.");
        }
        String url = settings.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            faults.add("No database is set. Set SIP_DATABASE_URL (spring.datasource.url), for example "
                    + "jdbc:postgresql://host:5432/sip.");
        } else if (!url.startsWith("jdbc:postgresql:")) {
            faults.add("spring.datasource.url (SIP_DATABASE_URL) must name a PostgreSQL database. H2 is for the "
                    + "demonstration and tests.");
        }
        if (settings.getProperty("spring.datasource.username", "").isBlank()) {
            faults.add("No database user is set. Set SIP_DATABASE_USER (spring.datasource.username).");
        }
        if (settings.getProperty("spring.datasource.password", "").isBlank()) {
            faults.add("No database password is set. Set SIP_DATABASE_PASSWORD (spring.datasource.password).");
        }
        if (settings.getProperty("sip.publication.at-start", Boolean.class, false)) {
            faults.add("sip.publication.at-start (SIP_PUBLICATION_AT_START) publishes what the product brings over what the "
                    + "counties have published. It is for development; remove the setting.");
        }
        if (!settings.getProperty("sip.publication.rehearsed", Boolean.class, true)) {
            faults.add("sip.publication.rehearsed is off: candidates would be published without a rehearsal. Remove the "
                    + "setting.");
        }
        checkLogin(settings, faults);
        addMailFaults(settings, faults);
        if (settings.getProperty("sip.audit.key", "").length() < SHORTEST_KEY) {
            faults.add("The audit log cannot be sealed. Set SIP_AUDIT_KEY (sip.audit.key) to a secret of at least "
                    + SHORTEST_KEY + " characters that is kept outside the database.");
        }
        return faults;
    }

    /** Without mail nobody hears of anything; without encryption others may. */
    private static void addMailFaults(Environment settings, List<String> faults) {
        if (settings.getProperty("sip.mail.host", "").isBlank()) {
            faults.add("No mail server is set. Set SIP_MAIL_HOST (sip.mail.host).");
        }
        if (settings.getProperty("sip.mail.from", "").isBlank()) {
            faults.add("No sender address is set. Set SIP_MAIL_FROM (sip.mail.from).");
        }
        if (!settings.getProperty("sip.mail.tls", Boolean.class, true)) {
            faults.add("sip.mail.tls is off. Mail is sent encrypted only; remove the setting.");
        }
        if (!settings.getProperty("sip.base-url", "").startsWith("https://")) {
            faults.add("Links in mails must lead to an https address. Set SIP_BASE_URL (sip.base-url), for example "
                    + "https://sip.example.se.");
        }
    }

    private static void checkLogin(Environment settings, List<String> faults) {
        String client = "spring.security.oauth2.client.registration.sip.";
        if (settings.getProperty("spring.security.oauth2.client.provider.sip.issuer-uri", "").isBlank()) {
            faults.add("No provider of logins is set. Set SIP_OIDC_ISSUER to the address of an OpenID Connect provider.");
        }
        if (settings.getProperty(client + "client-id", "").isBlank()) {
            faults.add("The provider of logins does not know the product. Set SIP_OIDC_CLIENT_ID.");
        }
        if (settings.getProperty(client + "client-secret", "").isBlank()) {
            faults.add("The provider of logins cannot trust the product. Set SIP_OIDC_CLIENT_SECRET.");
        }
    }
}
