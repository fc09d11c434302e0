package se.sip.county;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The check of counties' files, and what puts them into the engine. */
@Configuration(proxyBeanMethods = false)
class CountyConfiguration {

    @Bean
    CountyCheck countyCheck() {
        return new CountyCheck(Product.read());
    }

    @Bean
    BundleDeployer bundleDeployer(RepositoryService repository, ManagementService management, CountyCheck check) {
        return new BundleDeployer(repository, management, bundle -> check.check(bundle, bundle));
    }
}
