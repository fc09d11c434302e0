package se.sip.ownfield;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import se.sip.ownfield.OwnField.Kind;

/**
 * An answer to a question of the county's own, with the question as it was put.
 *
 * @param county whose question it is
 * @param form where it was answered
 * @param about key of what the task was about where several are alike, such as an invitation; empty for the case itself
 * @param answer as it is kept: a code, an ISO date, a number, true or false, or text
 * @param shown the answer in words, as the form's choice read
 * @param supersededAt when it was answered anew or taken back; null while it holds
 */
@With
public record OwnAnswer(@Id Long id, String caseNumber, String county, String form, String about, String field,
        Kind kind, String label, String answer, String shown, boolean inPlan, String answeredBy,
        LocalDateTime answeredAt, LocalDateTime supersededAt) {
}
