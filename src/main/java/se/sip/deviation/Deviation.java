package se.sip.deviation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;

/**
 * A deviation noted in a case.
 *
 * @param unitId unit whose principal's routine it follows (HAL-129)
 * @param madeOn the day it was made there; null until then
 * @param reference what the principal's own system calls it
 */
@With
public record Deviation(
        @Id Long id, String caseNumber, String unitId, String what, LocalDateTime notedAt, String notedBy,
        LocalDate madeOn, String reference, String madeBy) {
}
