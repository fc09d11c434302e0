package se.sip.closure;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import se.sip.casefile.CasePhase;
import se.sip.casefile.EndKind;

/**
 * An ending of a case: proposed, registered, and told of or taken back.
 *
 * @param needsMunicipality whether interventions from the municipality are still needed; null where not asked
 * @param newNeedsExpected whether new needs from both principals are expected in the near time (VGU-157)
 * @param goalChanged whether the long-term goal has changed markedly (VGU-153)
 * @param coordinationRemains whether there is still something to coordinate; null where the county does not ask (BOR-77)
 * @param phaseBefore where the case goes on when the ending is taken back
 * @param undoUntil until then it can be taken back; null where it cannot
 * @param toldAt when the notices left
 */
@With
public record Closure(
        @Id Long id, String caseNumber, EndKind endKind, String why, Boolean needsMunicipality, Boolean needsRegion,
        Boolean newNeedsExpected, Boolean goalChanged, Boolean coordinationRemains, String whereToTurn, CasePhase phaseBefore, String decidedBy,
        LocalDateTime decidedAt, LocalDateTime registeredAt, LocalDateTime undoUntil, LocalDateTime toldAt,
        LocalDateTime undoneAt, String undoReason, @Version long version) {

    /** Whether interventions from both principals are still needed: then a SIP is not closed (VGU-152). */
    public boolean needFromBoth() {
        return Boolean.TRUE.equals(needsMunicipality) && Boolean.TRUE.equals(needsRegion);
    }

    /** Whether there is still something to coordinate; where the county does not ask, while both are needed. */
    boolean needsCoordination() {
        return coordinationRemains == null ? needFromBoth() : coordinationRemains;
    }

    public boolean isRegistered() {
        return registeredAt != null && undoneAt == null;
    }
}
