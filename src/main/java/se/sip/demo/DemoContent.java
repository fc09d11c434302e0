package se.sip.demo;

import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.sip.access.StartPageContent;

/** Shows accounts, password and clock on the start page. */
@Component
@Profile("demo")
class DemoContent implements StartPageContent {

    private final DemoAccounts accounts;
    private final DemoClock clock;

    DemoContent(DemoAccounts accounts, DemoClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of(
                "demo", true,
                "accounts", accounts.file().accounts(),
                "password", accounts.file().password(),
                "today", clock.today(),
                "ahead", clock.offset().toDays());
    }
}
