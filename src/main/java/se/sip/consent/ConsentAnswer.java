package se.sip.consent;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One person's own answer; nobody answers for another.
 *
 * @param guardianId the guardian, where the answerer is one
 * @param givenOn the day the answer was given, which may be before it was registered
 * @param note how, where another manner than in writing
 */
@Table("consent_answer")
public record ConsentAnswer(
        Answerer answerer, Long guardianId, String name, ExchangeAnswer exchange, PlanConsent planPart,
        LocalDate givenOn, Manner manner, String note, String hinderedReason, String hinderedDecider) {

    /** In which capacity somebody answers. */
    public enum Answerer {
        GUARDIAN,
        /** The child, the youth or the adult whom the case concerns. */
        PERSON,
        REPRESENTATIVE
    }

    boolean isYes() {
        return exchange == ExchangeAnswer.YES;
    }
}
