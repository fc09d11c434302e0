package se.sip.county;

import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.sip.engine.CallableFromDiagram;

/** Publishes every county's bundle when all beans exist: before HTTP answers and before jobs run. */
@Configuration(proxyBeanMethods = false)
class CountyConfiguration {

    private static final String ROOT = "classpath*:";

    @Bean
    SmartInitializingSingleton publishCounties(CountyProperties properties, RepositoryService repository,
            ManagementService management, PublicationLock lock, ApplicationContext context) {
        return () -> {
            Set<String> callable = Set.of(context.getBeanNamesForAnnotation(CallableFromDiagram.class));
            var deployer = new BundleDeployer(repository, management, new BundleCheck(callable));
            var reader = new BundleReader(ROOT);
            properties.counties().forEach(county -> lock.whileHeld(() -> deployer.publish(reader.read(county))));
        };
    }
}
