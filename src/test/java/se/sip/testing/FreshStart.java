package se.sip.testing;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test nobody is logged in, whatever the test before left on the thread. */
class FreshStart implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(IdentityService.class).clearAuthentication();
    }
}
