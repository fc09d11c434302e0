package se.sip.event;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * An event as it was registered.
 *
 * @param content the {@link EventForm} as JSON
 */
record RegisteredEvent(
        @Id Long id, String caseNumber, EventKind kind, String content, LocalDateTime registeredAt,
        String registeredBy, String registeredByUnit) {
}
