package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;
import se.sip.deadline.Deadlines;

/** When an answer is due, when it is asked for again, and when it is late: rows of the table {@code frister}. */
@Component
class AnswerTimes {

    private static final String ANSWER = "svar_pa_kallelse";
    private static final String REMINDER = "paminnelse_svar";

    private final Deadlines deadlines;
    private final Clock clock;

    AnswerTimes(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @param due last day to answer: the day before the meeting at the latest, never before today
     * @param remindAt a moment ahead, not after {@code lateAt}
     * @param lateAt midnight after the last day
     */
    record Times(LocalDate due, LocalDateTime remindAt, LocalDateTime lateAt) {
    }

    Times from(String county, LocalDate meetingDay) {
        LocalDate today = LocalDate.now(clock);
        LocalDate due = latest(today, earliest(deadlines.of(county, ANSWER, today).lastDay(), meetingDay.minusDays(1)));
        LocalDate reminder = earliest(deadlines.of(county, REMINDER, today).lastDay(), due);
        LocalDateTime late = due.plusDays(1).atStartOfDay();
        return new Times(due, reminder.isAfter(today) ? reminder.atStartOfDay() : late, late);
    }

    private static LocalDate earliest(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
