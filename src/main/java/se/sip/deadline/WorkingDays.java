package se.sip.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Swedish working days by lag (1930:173) 2 §: no Saturday, Sunday or public holiday, nor Midsummer's Eve, Christmas
 * Eve or New Year's Eve. For reminders only: a limit of the field is a calendar day, whatever day that is.
 */
@Component
public class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    public boolean isWorkingDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.isHoliday(day);
    }

    /** The day itself if it is a working day, else the last one before it. */
    public LocalDate lastOnOrBefore(LocalDate day) {
        LocalDate working = day;
        while (!isWorkingDay(working)) {
            working = working.minusDays(1);
        }
        return working;
    }
}
