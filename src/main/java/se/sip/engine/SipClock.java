package se.sip.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock: {@code java.time} and the engine read the same time, in Europe/Stockholm. The demonstration and the
 * tests move it; in earnest it is the system's.
 */
@Component
public class SipClock extends Clock {

    @Override
    public ZoneId getZone() {
        return EngineDates.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Runs on from now plus the offset. */
    public void runFrom(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }

    /** Stands still at the moment. */
    public void standAt(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Runs with the system's clock again. */
    public void reset() {
        ClockUtil.reset();
    }
}
