package se.sip.casefile;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import lombok.With;

/**
 * That a unit was given part of a case, on a recorded ground that names it.
 *
 * @param groundRef key of the ground's record, for example the consent's
 * @param what what was disclosed: INVITATION, PLAN, ...
 * @param closedAt when reading of the running case ended; what the unit has received stays its own record
 */
@With
public record Disclosure(
        @Id Long id, String caseNumber, String unitId, Ground ground, String groundRef, String what,
        LocalDateTime openedAt, String openedBy, LocalDateTime closedAt) {

    /** Why secrecy does not stand in the way. */
    public enum Ground {
        /** OSL 10:1, 12:2. */
        CONSENT,
        /** OSL 25:1, 26:1, with decider and reason. */
        HARM_TEST,
        /** For example LUS 2:1. */
        STATUTORY_DUTY
    }
}
