package se.sip.plan;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.sip.deadline.Deadlines;

/** From which day the main responsible calls to a follow-up, by the table {@code frister}. */
@Component
class FollowUpCall {

    private static final String RULE = "kalla_till_uppfoljning";
    private final Deadlines deadlines;

    FollowUpCall(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Never before today: a follow-up near at hand is called at once. */
    LocalDate dayFor(String county, LocalDate followUpOn, LocalDate today) {
        LocalDate day = deadlines.of(county, RULE, followUpOn).lastDay();
        return day.isBefore(today) ? today : day;
    }
}
