package se.sip.casefile;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;

/**
 * Somebody whom a unit's manager has named to work with a case of protected identity.
 *
 * @param unitId the unit they are named for
 * @param reason why just this one, for example that another is away
 * @param endedAt from then on they see the case no longer; null while they do
 */
@With
public record NamedReader(@Id Long id, String caseNumber, String unitId, String userId, String reason,
        LocalDateTime namedAt, String namedBy, LocalDateTime endedAt, String endedBy) {
}
