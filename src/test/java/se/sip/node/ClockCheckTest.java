package se.sip.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A node whose dates would be wrong does not start, and says why. */
class ClockCheckTest {

    /** 03:00 became 02:00 in Sweden that night: the clocks agree all the same. */
    private static final Instant NIGHT_OF_TWO_TWOS = Instant.parse("2026-10-25T01:00:00Z");

    private final ClockCheck check = new ClockCheck(null, Duration.ofSeconds(30));

    @Test
    void aNodeThatAgreesWithTheDatabaseStarts() {
        assertThatCode(() -> check.check(ClockCheck.ZONE, NIGHT_OF_TWO_TWOS, NIGHT_OF_TWO_TWOS.plusSeconds(30)))
                .doesNotThrowAnyException();
    }

    @Test
    void aNodeInAnotherZoneIsRefused() {
        Throwable refused = catchThrowable(
                () -> check.check(ZoneId.of("UTC"), NIGHT_OF_TWO_TWOS, NIGHT_OF_TWO_TWOS));

        assertThat(refused).isInstanceOf(WrongClockException.class)
                .hasMessage("The time zone of this process is UTC. Dates would be wrong.");
        assertThat(((WrongClockException) refused).remedy()).contains("-Duser.timezone=Europe/Stockholm");
    }

    @Test
    void aNodeWhoseClockIsAheadOrBehindIsRefused() {
        assertThat(catchThrowable(
                () -> check.check(ClockCheck.ZONE, NIGHT_OF_TWO_TWOS.plusSeconds(3600), NIGHT_OF_TWO_TWOS)))
                .hasMessage("The clock of this machine is 3600 seconds ahead of the database's; 30 are allowed.");
        assertThat(catchThrowable(
                () -> check.check(ClockCheck.ZONE, NIGHT_OF_TWO_TWOS.minusSeconds(31), NIGHT_OF_TWO_TWOS)))
                .hasMessage("The clock of this machine is 31 seconds behind the database's; 30 are allowed.");
    }
}
