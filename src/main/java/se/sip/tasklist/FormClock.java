package se.sip.tasklist;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What "today" and "ahead" mean where forms are validated: the product's clock, which the demonstration moves. */
@Configuration(proxyBeanMethods = false)
class FormClock {

    @Bean
    static ValidationConfigurationCustomizer validateByTheProductsClock(
            ObjectProvider<Clock> clock) {
        return configuration -> configuration.clockProvider(clock::getObject);
    }
}
