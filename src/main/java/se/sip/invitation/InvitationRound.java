package se.sip.invitation;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;

/**
 * One writing of the invitations of a case; a moved meeting makes a new one. Purpose, long-term goal, questions, time
 * and place stand with the booked meeting.
 *
 * @param dateReason why just that day: the person's needs decide (VGB-14)
 * @param keyPersons who know the person well and must be able to come (VGB-16)
 * @param sentAt null until the invitations have gone out
 */
@With
public record InvitationRound(
        @Id Long id, String caseNumber, String dateReason, String keyPersons, LocalDateTime writtenAt,
        LocalDateTime sentAt) {

    public boolean isSent() {
        return sentAt != null;
    }
}
