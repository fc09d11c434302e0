package se.sip.casefile;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** One line of a case's story. Append-only: never changed, never removed. */
public record CaseEvent(
        @Id Long id, String caseNumber, LocalDateTime happenedAt, String kind, String actor, String actorUnit,
        String note) {
}
