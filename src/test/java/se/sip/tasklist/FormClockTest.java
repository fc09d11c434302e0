package se.sip.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.engine.EngineDates;
import se.sip.engine.SipClock;
import se.sip.testing.SipTest;

@SipTest
class FormClockTest {

    @Autowired
    private Validator validator;
    @Autowired
    private SipClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void todayIsTodayAlsoWhenTheClockHasBeenMoved() {
        clock.standAt(EngineDates.at(LocalDateTime.of(2031, 5, 6, 0, 30)).toInstant());

        assertThat(validator.validate(new Field(LocalDate.of(2031, 5, 6)))).isEmpty();
        assertThat(validator.validate(new Field(LocalDate.of(2031, 5, 7)))).hasSize(1);
    }

    private record Field(@PastOrPresent LocalDate day) {
    }
}
