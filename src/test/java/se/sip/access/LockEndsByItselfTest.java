package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import se.sip.testing.CaseDriver;
import se.sip.testing.SipTest;

/** Wrong passwords make an account wait, and never lock it for good. */
@SipTest
class LockEndsByItselfTest {

    private static final String USER = "glomsk";
    private static final String RIGHT = "rätt-lösen-1";
    private static final String SETTING = "camunda.bpm.generic-properties.properties.";

    @Autowired
    CaseDriver sip;
    @Autowired
    IdentityService identity;
    @Autowired
    EngineLogin login;

    @BeforeEach
    void anAccount() {
        sip.today("2026-03-02").asSystem();
        var user = identity.newUser(USER);
        user.setPassword(RIGHT);
        identity.saveUser(user);
    }

    @AfterEach
    void takeAway() {
        identity.deleteUser(USER);
    }

    @Test
    void afterManyWrongPasswordsTheRightOneIsLetInWhenAQuarterOfAnHourHasPassed() {
        LocalDateTime now = LocalDateTime.parse("2026-03-02T09:00");
        for (int attempt = 1; attempt <= 25; attempt++) {
            sip.at(now);
            assertThatThrownBy(() -> with("fel")).isInstanceOf(AuthenticationException.class);
            now = now.plusMinutes(16);
        }
        sip.at(now.minusMinutes(10));
        assertThatThrownBy(() -> with(RIGHT)).as("it waits").isInstanceOf(AuthenticationException.class);
        sip.at(now);
        assertThat(with(RIGHT).isAuthenticated()).isTrue();
    }

    @Test
    void inTheDemonstrationASharedAccountIsOpenAgainInSeconds() throws IOException {
        var demo = new YamlPropertySourceLoader().load("demo", new ClassPathResource("application-demo.yml")).get(0);
        assertThat((Integer) demo.getProperty(SETTING + "loginDelayMaxTime")).isBetween(1, 10);
        assertThat(demo.containsProperty(SETTING + "loginMaxAttempts")).as("no lock for good").isFalse();
    }

    private Authentication with(String password) {
        return login.authenticate(new UsernamePasswordAuthenticationToken(USER, password));
    }
}
