package se.sip.node;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a node whose clock goes wrong. Dates of the field are Swedish calendar days and the engine's timers
 * fall due by the node's own clock: a node an hour ahead would send letters a day early around midnight, and would take
 * the jobs of the others from them.
 */
@Component
class ClockCheck implements SmartInitializingSingleton {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final JdbcTemplate jdbc;
    private final Duration allowed;

    /** @param allowed how far apart the clocks of node and database may be, {@code sip.clock-difference} */
    ClockCheck(JdbcTemplate jdbc, @Value("${sip.clock-difference:30s}") Duration allowed) {
        this.jdbc = jdbc;
        this.allowed = allowed;
    }

    @Override
    public void afterSingletonsInstantiated() {
        check(ZoneId.systemDefault(), Instant.now(),
                jdbc.queryForObject("select current_timestamp", OffsetDateTime.class).toInstant());
    }

    void check(ZoneId zone, Instant node, Instant database) {
        if (!zone.equals(ZONE)) {
            throw new WrongClockException("The time zone of this process is " + zone + ". Dates would be wrong.",
                    "Start the product by its own main class, or with -Duser.timezone=" + ZONE + ".");
        }
        Duration apart = Duration.between(database, node);
        if (apart.abs().compareTo(allowed) > 0) {
            throw new WrongClockException("The clock of this machine is %d seconds %s the database's; %d are allowed."
                    .formatted(apart.abs().toSeconds(), apart.isNegative() ? "behind" : "ahead of",
                            allowed.toSeconds()),
                    "Let NTP set the clocks of both machines. sip.clock-difference sets how much is allowed.");
        }
    }
}
