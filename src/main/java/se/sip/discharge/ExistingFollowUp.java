package se.sip.discharge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * What the existing SIP's main responsible came to (VGU-39, VGU-77).
 *
 * @param consent to revise, covering the hospital and the permanent care contact
 */
record ExistingFollowUp(
        @Id Long id, String caseNumber, boolean consent, String consentBy, LocalDate consentOn, ConsentHow consentHow,
        LocalDate calledOn, LocalDate followUpOn, String note, String givenBy, LocalDateTime givenAt) {

    /** In what form the consent was given. */
    enum ConsentHow {
        WRITTEN,
        ORAL,
        OTHER
    }
}
