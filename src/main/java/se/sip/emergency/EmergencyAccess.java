package se.sip.emergency;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * That somebody has taken emergency access to a case.
 *
 * @param unitId the unit they acted for
 * @param reason as they wrote it
 * @param endsAt from then on they see the case no longer
 */
record EmergencyAccess(@Id Long id, String caseNumber, String userId, String unitId, String reason,
        LocalDateTime takenAt, LocalDateTime endsAt) {
}
