package se.sip.plan;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * A registered code of measure (KVÅ).
 *
 * @param occasion what it was registered for, {@code PLAN} or {@code FOLLOW_UP-<id>}; once per occasion
 * @param unitId the unit of health care that reports it
 */
public record KvaCode(
        @Id Long id, String caseNumber, String occasion, String code, String unitId, LocalDateTime registeredAt) {
}
