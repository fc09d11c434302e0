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

    ConsentAnswer corrected(LocalDate on, Manner how) {
        return new ConsentAnswer(answerer, guardianId, name, exchange, planPart, on == null ? givenOn : on,
                how == null ? manner : how, note, hinderedReason, hinderedDecider);
    }

    /** For the case's story. */
    String asGiven() {
        return (name == null ? "" : name + ", ") + givenOn + (manner == null ? "" : ", " + manner.swedish());
    }

    boolean isYes() {
        return exchange == ExchangeAnswer.YES;
    }
}
