package se.sip.publication;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import se.sip.county.CountyProperties;
import se.sip.county.PublicationLock;

/**
 * Sees to it when all beans exist, before HTTP answers and before jobs run, that each county runs what it should; a
 * rehearsal does that itself.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!rehearsal")
class PublicationConfiguration {

    @Bean
    SmartInitializingSingleton publishCounties(CountyProperties counties, Releases releases, PublicationLock lock) {
        return () -> counties.counties().forEach(county -> lock.whileHeld(() -> releases.arrive(county)));
    }
}
