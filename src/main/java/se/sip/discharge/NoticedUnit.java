package se.sip.discharge;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;

/**
 * A unit that got the admission notice, and what it has answered since.
 *
 * @param askedAt when it was told that no SIP is needed (VGU-101)
 * @param receipt its answer to that; null until given
 */
@With
record NoticedUnit(
        @Id Long id, String caseNumber, String unitId, LocalDateTime toldAt, LocalDateTime acknowledgedAt,
        String acknowledgedBy, String contact, LocalDateTime askedAt, Receipt receipt, LocalDateTime receiptAt,
        String receiptBy, String objection) {

    /** What a unit says to the judgement that no SIP is needed. */
    enum Receipt {
        ACCEPTED,
        OBJECTED
    }
}
