package se.sip.discharge;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** A message from the ward as it was received. */
record DischargeMessage(
        @Id Long id, String caseNumber, WardMessageKind kind, String content, LocalDateTime receivedAt,
        String receivedBy) {
}
