package se.sip.correspondence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The SMTP server of the settings, unless the demonstration brings its own. */
@Configuration
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    @Profile("!demo")
    MailServer mailServerOfSettings(MailSettings settings) {
        return () -> settings;
    }
}
