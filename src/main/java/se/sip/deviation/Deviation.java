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
 * @param occurrence key of the first deviation of the same occurrence; null for that one itself
 * @param copyText what the county's ledningsgrupp is told, without anything that identifies somebody (BOR-82)
 * @param raisedOn the day it was raised there; null until then
 */
@With
public record Deviation(
        @Id Long id, String caseNumber, String unitId, String what, LocalDateTime notedAt, String notedBy,
        LocalDate madeOn, String reference, String madeBy, Long occurrence, String copyText, LocalDate raisedOn,
        String raisedBy) {

    /** What happened once is one occurrence, however many principals make a deviation of it. */
    Long occurrenceKey() {
        return occurrence == null ? id : occurrence;
    }
}
