package se.sip.discharge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import se.sip.casefile.Codes;

/**
 * Utskrivningsklar, with its three calendar days.
 *
 * @param callDue last day of the call; the whole day counts (VGU-99)
 * @param withheldFrom units that secrecy kept it from (LUS 3:1)
 * @param brokenAt when the limit was broken: a senast rule, not a recommendation (LUS 4:3)
 * @param calledHow HERE, or in the county's IT service
 */
@With
record ReadyNotice(
        @Id Long id, String caseNumber, LocalDateTime sentAt, LocalDate callDue, String secrecyBy, String secrecyNote,
        Codes withheldFrom, LocalDateTime withdrawnAt, String withdrawnWhy, LocalDateTime remindedAt,
        LocalDateTime brokenAt, LocalDateTime calledAt, CalledHow calledHow, String lateReason, String lateGivenBy,
        LocalDateTime lateGivenAt) {

    /** Where the call was sent. */
    enum CalledHow {
        HERE,
        IT_SERVICE
    }

    boolean isActive() {
        return withdrawnAt == null;
    }

    boolean awaitsCall() {
        return isActive() && calledAt == null;
    }

    boolean isLate(LocalDateTime call) {
        return call.toLocalDate().isAfter(callDue);
    }
}
