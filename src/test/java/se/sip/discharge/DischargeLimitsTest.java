package se.sip.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.testing.SipTest;

/** Three calendar days, 24 hours, and what the screen adds as information only. */
@SipTest
class DischargeLimitsTest {

    @Autowired
    private DischargeLimits limits;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // sent, last day of the call, reminder, söndagsregeln, liable from
        "2026-04-02T13:20, 2026-04-05, 2026-04-02, 2026-04-07, 2026-04-06",
        "2026-09-18T10:00, 2026-09-21, 2026-09-21, 2026-09-21, 2026-09-21",
        "2026-09-16T23:59, 2026-09-19, 2026-09-18, 2026-09-21, 2026-09-20",
        "2026-09-17T00:00, 2026-09-20, 2026-09-18, 2026-09-21, 2026-09-20",
        "2026-06-17T12:00, 2026-06-20, 2026-06-18, 2026-06-22, 2026-06-20",
        "2026-12-29T12:01, 2027-01-01, 2026-12-30, 2027-01-04, 2027-01-02",
        "2026-03-27T23:30, 2026-03-30, 2026-03-30, 2026-03-30, 2026-03-31",
        "2026-10-23T08:00, 2026-10-26, 2026-10-26, 2026-10-26, 2026-10-26",
        "2028-02-26T08:00, 2028-02-29, 2028-02-29, 2028-02-29, 2028-02-29"})
    @Clause("VGU-99")
    void theCallsLastDayIsACalendarDay(LocalDateTime sent, LocalDate due, LocalDate reminder, LocalDate sunday,
            LocalDate liable) {
        assertThat(limits.callDue("vgr", sent)).isEqualTo(due);
        assertThat(limits.reminderOn(due)).as("the last working day up to the last day").isEqualTo(reminder);
        assertThat(limits.sundayRule(due)).as("information only").isEqualTo(sunday);
        assertThat(limits.liableFrom("vgr", sent)).as("LUS 5:3, 5:4").isEqualTo(liable);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:15, 2026-03-03T10:15",
        "2026-03-28T10:15, 2026-03-29T11:15",
        "2026-10-24T10:15, 2026-10-25T09:15",
        "2026-12-31T23:59, 2027-01-01T23:59"})
    @Clause("VGU-33")
    void twentyFourHoursAreElapsedTimeAlsoWhenTheClockIsPutForwardOrBack(LocalDateTime from, LocalDateTime due) {
        assertThat(limits.noticeDue("vgr", from)).isEqualTo(due);
    }
}
