package se.sip.engine;

import java.time.Duration;

/** How far the product's clock is ahead of the real time. Absent in production. */
public interface ClockOffset {

    Duration offset();
}
