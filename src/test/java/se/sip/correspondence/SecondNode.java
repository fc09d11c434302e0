package se.sip.correspondence;

import java.time.Instant;
import java.util.Arrays;
import java.util.TimeZone;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.sip.SipApplication;
import se.sip.engine.SipClock;

/**
 * Another node of the product: a JVM of its own that carries out one job of the tests' database. Arguments: the moment
 * it is, the job, then settings.
 */
final class SecondNode {

    private SecondNode() {
    }

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Stockholm"));
        var node = new SpringApplicationBuilder(SipApplication.class).web(WebApplicationType.NONE)
                .lazyInitialization(true).profiles("test").run(Arrays.copyOfRange(args, 2, args.length));
        node.getBean(SipClock.class).standAt(Instant.parse(args[0]));
        node.getBean(ManagementService.class).executeJob(args[1]);
        System.exit(0);
    }
}
