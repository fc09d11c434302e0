package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;
import se.sip.SipApplication;

/** Production does not start on what the demonstration leaves behind, and says which setting is missing. */
class ProductionGuardTest {

    @Test
    void allMissingSettingsAreNamedAtOnce() {
        assertThat(ProductionGuard.faultsOf(new MockEnvironment())).hasSize(10)
                .anySatisfy(fault -> assertThat(fault).contains("SIP_DATABASE_URL"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_DATABASE_USER"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_DATABASE_PASSWORD"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_OIDC_ISSUER"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_OIDC_CLIENT_ID"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_OIDC_CLIENT_SECRET"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_MAIL_HOST"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_MAIL_FROM"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_AUDIT_KEY"))
                .anySatisfy(fault -> assertThat(fault).contains("SIP_BASE_URL"));
    }

    @Test
    void mailWithoutEncryptionAndLinksWithoutHttpsAreRefused() {
        assertThat(ProductionGuard.faultsOf(settings().withProperty("sip.mail.tls", "false")))
                .singleElement().asString().contains("sip.mail.tls");
        assertThat(ProductionGuard.faultsOf(settings().withProperty("sip.base-url", "http://sip.example.se")))
                .singleElement().asString().contains("SIP_BASE_URL");
    }

    @Test
    void whatWouldPublishOverTheCountiesOrWithoutARehearsalIsRefused() {
        assertThat(ProductionGuard.faultsOf(settings().withProperty("sip.publication.at-start", "true")))
                .singleElement().asString().contains("SIP_PUBLICATION_AT_START");
        assertThat(ProductionGuard.faultsOf(settings().withProperty("sip.publication.rehearsed", "false")))
                .singleElement().asString().contains("sip.publication.rehearsed");
    }

    @Test
    void h2IsRefused() {
        assertThat(ProductionGuard.faultsOf(settings().withProperty("spring.datasource.url", "jdbc:h2:file:./data/sip")))
                .singleElement().asString().contains("PostgreSQL");
    }

    @Test
    void anEmptyPasswordIsRefused() {
        assertThat(ProductionGuard.faultsOf(settings().withProperty("spring.datasource.password", "")))
                .singleElement().asString().contains("SIP_DATABASE_PASSWORD");
    }

    @Test
    void theDemonstrationBesideProductionIsRefused() {
        var both = settings();
        both.setActiveProfiles("production", "demo");

        assertThat(ProductionGuard.faultsOf(both)).singleElement().asString().contains("SPRING_PROFILES_ACTIVE");
    }

    @Test
    void properSettingsPass() {
        assertThat(ProductionGuard.faultsOf(settings())).isEmpty();
    }

    @Test
    void theStartStopsBeforeAnythingIsOpened() {
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(SipApplication.class)
                .profiles("production").properties(Map.of("server.port", "0")).run().close());

        assertThat(failure).hasStackTraceContaining("SIP_DATABASE_PASSWORD");
    }

    private static MockEnvironment settings() {
        return new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/sip")
                .withProperty("sip.mail.host", "smtp.example.se").withProperty("sip.mail.from", "sip@example.se")
                .withProperty("sip.base-url", "https://sip.example.se")
                .withProperty("sip.audit.key", "fyrtio-tecken-som-ingen-annan-kan-gissa!")
                .withProperty("spring.datasource.username", "sip")
                .withProperty("spring.datasource.password", "hemligt")
                .withProperty("spring.security.oauth2.client.provider.sip.issuer-uri", "https://login.example.se")
                .withProperty("spring.security.oauth2.client.registration.sip.client-id", "sip")
                .withProperty("spring.security.oauth2.client.registration.sip.client-secret", "hemligt");
    }
}
