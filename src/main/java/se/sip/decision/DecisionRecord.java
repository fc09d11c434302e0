package se.sip.decision;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import se.sip.casefile.Codes;

/**
 * A decision that was made in a case, with its ground.
 *
 * @param subject what it is about where there are several: key of a participant or invitation
 * @param why the Swedish sentences of the rows that hit
 */
@Table("decision")
public record DecisionRecord(
        @Id Long id, String caseNumber, String tableKey, int tableVersion, String subject, String outcome,
        String why, Codes clauses, LocalDateTime decidedAt) {
}
