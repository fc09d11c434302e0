package se.sip.caselist;

import java.time.LocalDate;
import java.util.List;
import lombok.With;

/**
 * A case in a list.
 *
 * @param person name, for those who may read the case; {@link #PROTECTED} where the identity is protected
 * @param born year of birth; null where the identity is protected
 * @param phase in Swedish
 * @param late whether the recommended date of the meeting has passed without a meeting
 * @param nextDate the nearest day on which something is due or happens
 * @param awaited open tasks, each with whom it waits for
 * @param ending how it ended; null while open
 */
@With
record CaseOverview(
        String number, String person, Integer born, String phase, boolean open, String convener, LocalDate discoveredOn,
        LocalDate meetingDue, boolean late, LocalDate nextDate, List<String> awaited, String ending,
        String previousNumber) {

    /** In place of the name in every list: the case number is enough for those who know whom it is about. */
    static final String PROTECTED = "Skyddade personuppgifter";
}
