package se.sip.monitoring;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;

/**
 * An admin's wish that a task go from one unit to another that no ground covers, which the convener takes a stand on.
 *
 * @param changes whether the convener asks the family about the other unit; null until answered
 */
@With
record UnitRequest(@Id Long id, String caseNumber, String fromUnit, String toUnit, String reason, LocalDateTime askedAt,
        String askedBy, Boolean changes, String answer, LocalDateTime answeredAt, String answeredBy) {
}
