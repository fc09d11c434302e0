package se.sip.correspondence;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One attempt to send, written before it.
 *
 * @param endedAt null while it runs; one that never ended is unclear
 */
@With
@Table("delivery_attempt")
public record Attempt(
        @Id Long id, Long deliveryId, int attemptNo, Way way, LocalDateTime attemptedAt, LocalDateTime endedAt,
        Outcome outcome, String reason) {

    /** What became of it. */
    public enum Outcome {
        SENT,
        FAILED,
        UNCLEAR
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean failedBy(Way by) {
        return outcome == Outcome.FAILED && way == by;
    }
}
