package se.sip.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole product: deployed counties, records, engine. All such tests share one application context, so
 * keep the settings here; a test that needs others costs a start of its own. Take {@link CaseDriver} to work cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({CaseDriver.class, Journey.class, HallandJourney.class, DalarnaJourney.class, CalledCase.class, Stay.class,
    FlowCoverage.class})
@ExtendWith(FreshStart.class)
@Tag("process")
@ContextConfiguration(initializers = {TestDatabase.class, TestMail.class})
public @interface SipTest {
}
