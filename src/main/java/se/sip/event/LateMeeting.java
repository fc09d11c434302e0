package se.sip.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;

/**
 * A recommended date that passed without a meeting: "rekommenderad tid passerad", never a breach of law (VGB-17).
 *
 * @param passedOn the last day that was recommended, or that the convener had set
 * @param newDate when the meeting is planned now
 */
@With
record LateMeeting(
        @Id Long id, String caseNumber, LocalDate passedOn, LocalDateTime notedAt, String reason, LocalDate newDate,
        String givenBy, LocalDateTime givenAt) {
}
