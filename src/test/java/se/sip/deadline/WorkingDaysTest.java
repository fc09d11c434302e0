package se.sip.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sip.Clause;

class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        "2026-04-02, 2026-04-02, Maundy Thursday is a working day",
        "2026-04-05, 2026-04-02, Easter Day after Good Friday",
        "2026-04-06, 2026-04-02, Easter Monday",
        "2026-05-01, 2026-04-30, First of May",
        "2026-05-14, 2026-05-13, Ascension Day",
        "2026-06-20, 2026-06-18, Midsummer's Day after its eve",
        "2026-06-19, 2026-06-18, Midsummer's Eve",
        "2026-10-31, 2026-10-30, All Saints' Day",
        "2025-06-06, 2025-06-05, the national day",
        "2026-12-27, 2026-12-23, Christmas from its eve",
        "2027-01-03, 2026-12-30, the new year from its eve",
        "2026-01-06, 2026-01-05, Epiphany",
        "2026-09-21, 2026-09-21, an ordinary Monday",
        "2026-09-20, 2026-09-18, an ordinary Sunday"})
    void aReminderComesOnTheLastWorkingDay(LocalDate day, LocalDate working, String why) {
        assertThat(workingDays.lastOnOrBefore(day)).as(why).isEqualTo(working);
    }

    /** The limit itself stays where it is; only the reminder moves, and never past it or by more than a holiday week. */
    @Test
    @Clause("VGU-99")
    void theReminderOfThreeCalendarDaysStandsOnAWorkingDayUpToTheLast() {
        assertThat(LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2041, 1, 1))).allSatisfy(sent -> {
            LocalDate last = Period.of(3, "DAYS", "after").from(sent);
            LocalDate reminder = workingDays.lastOnOrBefore(last);

            assertThat(workingDays.isWorkingDay(reminder)).isTrue();
            assertThat(reminder).isBeforeOrEqualTo(last).isAfter(last.minusDays(6));
            assertThat(reminder.plusDays(1).datesUntil(last.plusDays(1))).noneMatch(workingDays::isWorkingDay);
        });
    }

    @Test
    void holidaysAreThoseOfTheActInEveryYear() {
        for (int year = 2024; year <= 2040; year++) {
            assertThat(freeWeekdays(year)).as("free days of %d", year).isEqualTo(expected(year));
        }
    }

    private List<LocalDate> freeWeekdays(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !workingDays.isWorkingDay(day)).toList();
    }

    /** Counted here on its own: Easter by Gauss' rule as Meeus gives it, and the fixed days. */
    private static List<LocalDate> expected(int year) {
        LocalDate easter = easter(year);
        var days = new ArrayList<>(List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 1, 6), easter.minusDays(2),
                easter.plusDays(1), LocalDate.of(year, 5, 1), easter.plusDays(39), LocalDate.of(year, 6, 6),
                midsummerEve(year), LocalDate.of(year, 12, 24), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26),
                LocalDate.of(year, 12, 31)));
        return days.stream().filter(day -> day.getDayOfWeek().getValue() < 6).sorted().distinct().toList();
    }

    private static LocalDate midsummerEve(int year) {
        LocalDate day = LocalDate.of(year, 6, 19);
        while (day.getDayOfWeek().getValue() != 5) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
