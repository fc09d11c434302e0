package se.sip.plan;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** From which day the main responsible calls to a follow-up, by the table {@code frister}. */
@Component
class FollowUpCall {

    private static final int DAYS_BEFORE = 21;

    /** Never before today: a follow-up near at hand is called at once. */
    LocalDate dayFor(String county, LocalDate followUpOn, LocalDate today) {
        LocalDate day = followUpOn.minusDays(DAYS_BEFORE);
        return day.isBefore(today) ? today : day;
    }
}
