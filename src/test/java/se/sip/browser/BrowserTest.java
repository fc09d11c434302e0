package se.sip.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the running product in Chromium, with the demonstration's accounts. All such tests share one application
 * and its database, so a test finds its own case by the number it was given. Jobs run when a test says so. Work with {@link TasklistPage}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
                "camunda.bpm.job-execution.enabled=false", "sip.demo.cases=true",
                "sip.publication.rehearsed=false"})
@ActiveProfiles("demo")
@ExtendWith(Chromium.class)
@Tag("browser")
public @interface BrowserTest {
}
