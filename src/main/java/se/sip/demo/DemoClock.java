package se.sip.demo;

import java.time.Duration;
import java.time.LocalDate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.sip.engine.ClockOffset;
import se.sip.engine.JobPause;
import se.sip.engine.SipClock;

/** Moves the product's clock forward, so that reminders and passed dates can be seen. It never goes back. */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class DemoClock implements ClockOffset {

    private static final int ONLY_ROW = 1;

    private final SipClock clock;
    private final JdbcTemplate jdbc;

    DemoClock(SipClock clock, JdbcTemplate jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public Duration offset() {
        return jdbc.queryForList("select offset_seconds from sip.demo_clock where id = ?", Long.class, ONLY_ROW)
                .stream().findFirst().map(Duration::ofSeconds).orElse(Duration.ZERO);
    }

    /** @return false where jobs were still running, and the clock was left alone */
    boolean forward(int days, JobPause pause) {
        return pause.during(() -> {
            Duration offset = offset().plusDays(days);
            if (jdbc.update("update sip.demo_clock set offset_seconds = ? where id = ?", offset.toSeconds(),
                    ONLY_ROW) == 0) {
                jdbc.update("insert into sip.demo_clock (id, offset_seconds) values (?, ?)", ONLY_ROW,
                        offset.toSeconds());
            }
            clock.runFrom(offset);
        });
    }
}
