package se.sip.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.sip.Clause;
import se.sip.engine.EngineDates;

/** Every day from 2024 to 2032: leap years, both changes of the clock, month ends, every Easter. */
class PeriodTest {

    private static Stream<LocalDate> everyDay() {
        return LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2033, 1, 1));
    }

    private static Stream<LocalDate> changesOfTheClock() {
        return everyDay().filter(day -> EngineDates.startOf(day.plusDays(1)).getTime()
                - EngineDates.startOf(day).getTime() != ChronoUnit.DAYS.getDuration().toMillis());
    }

    @Test
    @Clause("VGB-17")
    void weeksEndOnTheSameWeekdayAndCountSevenDaysEach() {
        for (int weeks = 1; weeks <= 12; weeks++) {
            Period period = Period.of(weeks, "WEEKS", "after");
            int days = 7 * weeks;
            assertThat(everyDay()).allSatisfy(day -> {
                assertThat(period.from(day).getDayOfWeek()).isEqualTo(day.getDayOfWeek());
                assertThat(ChronoUnit.DAYS.between(day, period.from(day))).isEqualTo(days);
            });
        }
    }

    /** Weekends, Easter and the changes of the clock count like any other day. */
    @Test
    @Clause({"HAL-73", "VGU-99"})
    void thirtyDaysAndThreeCalendarDaysCountEveryDay() {
        for (int days : new int[] {3, 5, 30}) {
            Period period = Period.of(days, "DAYS", "after");
            assertThat(everyDay()).allSatisfy(day -> {
                assertThat(ChronoUnit.DAYS.between(day, period.from(day))).isEqualTo(days);
                assertThat(EngineDates.dayOf(EngineDates.endOf(period.from(day)))).isEqualTo(period.from(day));
                assertThat(EngineDates.startOf(period.from(day).plusDays(1)))
                        .isAfter(EngineDates.endOf(period.from(day)));
            });
        }
    }

    @Test
    @Clause("VGV-24")
    void monthsEndOnTheSameNumberOrTheMonthsLastDay() {
        for (int months = 1; months <= 24; months++) {
            Period period = Period.of(months, "MONTHS", "after");
            int count = months;
            assertThat(everyDay()).allSatisfy(day -> {
                YearMonth month = YearMonth.from(day).plusMonths(count);
                assertThat(period.from(day)).isEqualTo(month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth())));
            });
        }
    }

    @Test
    @Clause("VGU-63")
    void aYearEndsOnTheSameDateAndTheTwentyNinthOfFebruaryOnTheTwentyEighth() {
        Period year = Period.of(1, "YEARS", "after");
        assertThat(everyDay()).allSatisfy(day -> {
            boolean leapDay = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
            assertThat(year.from(day).getMonth()).isEqualTo(day.getMonth());
            assertThat(year.from(day).getDayOfMonth()).isEqualTo(leapDay ? 28 : day.getDayOfMonth());
        });
    }

    @Test
    void aLaterStartNeverEndsEarlier() {
        for (Period period : new Period[] {Period.of(3, "WEEKS", "after"), Period.of(1, "MONTHS", "after"),
            Period.of(1, "YEARS", "after"), Period.of(21, "DAYS", "before"), Period.of(1, "MONTHS", "before")}) {
            assertThat(everyDay()).allSatisfy(day ->
                    assertThat(period.from(day.plusDays(1))).isAfterOrEqualTo(period.from(day)));
        }
    }

    @Test
    void daysBeforeAndAfterMeet() {
        assertThat(everyDay()).allSatisfy(day -> assertThat(
                Period.of(21, "DAYS", "after").from(Period.of(21, "DAYS", "before").from(day))).isEqualTo(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 3, WEEKS, after, 2026-03-23",
        "2026-03-20, 3, WEEKS, after, 2026-04-10",
        "2026-10-10, 3, WEEKS, after, 2026-10-31",
        "2026-03-02, 30, DAYS, after, 2026-04-01",
        "2026-04-02, 3, DAYS, after, 2026-04-05",
        "2026-12-31, 1, MONTHS, after, 2027-01-31",
        "2026-01-31, 1, MONTHS, after, 2026-02-28",
        "2028-01-31, 1, MONTHS, after, 2028-02-29",
        "2026-03-31, 1, MONTHS, before, 2026-02-28",
        "2025-06-15, 1, YEARS, after, 2026-06-15",
        "2028-02-29, 1, YEARS, after, 2029-02-28",
        "2026-06-15, 1, MONTHS, before, 2026-05-15"})
    @Clause({"VGB-17", "VGV-24"})
    void limitsOfTheScenarios(LocalDate from, int amount, String unit, String direction, LocalDate lastDay) {
        assertThat(Period.of(amount, unit, direction).from(from)).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @MethodSource("changesOfTheClock")
    void aTimerAfterALimitStandsAtMidnightInSwedenWhateverTheClockDoes(LocalDate change) {
        for (int ahead = 0; ahead <= 22; ahead++) {
            LocalDate lastDay = Period.of(3, "WEEKS", "after").from(change.minusDays(ahead));
            Date timer = EngineDates.at(new Deadline(lastDay, Strength.SHOULD, null, "").passedAt());

            assertThat(timer).isEqualTo(EngineDates.startOf(lastDay.plusDays(1)));
            assertThat(timer.toInstant().atZone(EngineDates.ZONE).getHour()).isZero();
            assertThat(EngineDates.dayOf(EngineDates.endOf(lastDay))).isEqualTo(lastDay);
        }
    }

    @Test
    void aYearHasTwoChangesOfTheClock() {
        assertThat(changesOfTheClock()).hasSize(18);
    }

    @Test
    void whatTheTableMayNotSayIsNamed() {
        assertThatThrownBy(() -> Period.of(3, "FORTNIGHTS", "after")).hasMessageContaining("FORTNIGHTS");
        assertThatThrownBy(() -> Period.of(3, "DAYS", "sideways")).hasMessageContaining("sideways");
    }
}
