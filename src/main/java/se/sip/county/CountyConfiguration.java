package se.sip.county;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes every county's bundle when all beans exist: before HTTP answers and before jobs run. */
@Configuration(proxyBeanMethods = false)
class CountyConfiguration {

    @Bean
    CountyCheck countyCheck() {
        return new CountyCheck(Product.read());
    }

    @Bean
    SmartInitializingSingleton publishCounties(CountyProperties properties, RepositoryService repository,
            ManagementService management, PublicationLock lock, CountyCheck check) {
        return () -> {
            var deployer = new BundleDeployer(repository, management, bundle -> check.check(bundle, bundle));
            var reader = new BundleReader(BundleReader.PRODUCT);
            properties.counties().forEach(county -> lock.whileHeld(() -> deployer.publish(reader.read(county))));
        };
    }
}
