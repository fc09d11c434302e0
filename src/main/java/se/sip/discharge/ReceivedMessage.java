package se.sip.discharge;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;

/** A message by its sender's id; of its content only the digest is kept. */
@With
record ReceivedMessage(
        @Id Long id, String county, String messageId, String digest, String answer, LocalDateTime receivedAt,
        String receivedBy) {
}
