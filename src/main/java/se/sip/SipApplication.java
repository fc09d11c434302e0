package se.sip;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import se.sip.command.CountyCommands;
import se.sip.node.MigrateCommand;

/** Starts the SIP process platform: engine, web apps, forms and records in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SipApplication {

    /** All dates of the field are Swedish calendar dates; the engine captures the zone when its classes load. */
    private static final String ZONE = "Europe/Stockholm";

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        if (MigrateCommand.isMeantBy(args)) {
            System.exit(MigrateCommand.run(SipApplication.class, args));
        }
        if (CountyCommands.areMeantBy(args)) {
            System.exit(CountyCommands.run(args));
        }
        SpringApplication.run(SipApplication.class, args);
    }
}
