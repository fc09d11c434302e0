package se.sip.correspondence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The SMTP server of the settings, unless the demonstration brings its own. */
@Configuration
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MailServer mailServerOfSettings(MailSettings settings) {
        return () -> settings;
    }
}
