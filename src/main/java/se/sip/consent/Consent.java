package se.sip.consent;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;

/**
 * One version of a case's consent, as it was answered. What it is worth on a day is asked of the table
 * {@code samtycke}, never stored.
 *
 * @param extendsId the consent that an extension adds recipients to
 * @param validUntil last day, valid to its end; at most a year after the first yes (VGU-63)
 * @param childNotAsked why a child was not asked
 * @param capacity false for an adult who cannot answer; a child's maturity is another thing
 * @param representativeMandate whether the representative's task covers this; a god man acts within the appointment
 * @param relativeView what relatives say, in cases where they are asked; it never stands for the person's own answer
 * @param tellRefusing whether a child that decides alone wants a guardian who refuses to get invitation and plan
 * @param ground what carries the exchange where consent cannot be had
 */
@With
public record Consent(
        @Id Long id,
        String caseNumber,
        int versionNo,
        Kind kind,
        Long extendsId,
        boolean informed,
        LocalDate informedOn,
        LocalDate validUntil,
        String childNotAsked,
        Maturity maturity,
        String maturityReason,
        String maturityBy,
        boolean capacity,
        String capacityReason,
        Substitute substitute,
        Boolean representativeMandate,
        String relativeView,
        Boolean tellRefusing,
        Obstacle obstacle,
        String obstacleReason,
        Ground ground,
        String groundDecider,
        String groundReason,
        LocalDate groundOn,
        LocalDateTime savedAt,
        String savedBy,
        LocalDateTime withdrawnAt,
        WhoWithdrew withdrawnBy,
        String withdrawnHow,
        @MappedCollection(idColumn = "consent_id", keyColumn = "row_no") List<ConsentAnswer> answers,
        @MappedCollection(idColumn = "consent_id", keyColumn = "row_no") List<ConsentRecipient> recipients,
        @MappedCollection(idColumn = "consent_id", keyColumn = "row_no") List<ConsentTerm> terms) {

    /** What a version is for. */
    public enum Kind {
        /** Asked for in phase 3, as many times as needed. */
        ASKED,
        /** For units that came later (VGV-08). */
        EXTENSION,
        /** When a consent runs out. */
        RENEWAL,
        /** The person's own, from 18 (VGV-22). */
        OWN
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /**
     * The first day of a yes: a year is counted from it. A presumed consent counts from the day the person was
     * informed.
     */
    public Optional<LocalDate> firstYesOn() {
        return yesDays().min(LocalDate::compareTo);
    }

    private Stream<LocalDate> yesDays() {
        return Stream.concat(answers.stream().filter(ConsentAnswer::isYes).map(ConsentAnswer::givenOn),
                substitute == Substitute.PRESUMED ? Stream.ofNullable(informedOn) : Stream.empty())
                .filter(d -> d != null);
    }

    /** The day of the last yes, or of the decision in its place: not in force before it. */
    public Optional<LocalDate> inForceFrom() {
        return Stream.concat(Stream.ofNullable(groundOn), yesDays()).max(LocalDate::compareTo);
    }

    Optional<ConsentAnswer> answerOf(ConsentAnswer.Answerer answerer) {
        return answers.stream().filter(a -> a.answerer() == answerer).findFirst();
    }

    /** @return the guardian's answer; by name where the guardian was registered anew */
    Optional<ConsentAnswer> answerOf(Long guardianId, String name) {
        var ofGuardians = answers.stream().filter(a -> a.answerer() == ConsentAnswer.Answerer.GUARDIAN).toList();
        return ofGuardians.stream().filter(a -> guardianId.equals(a.guardianId())).findFirst()
                .or(() -> ofGuardians.stream().filter(a -> name.equals(a.name())).findFirst());
    }

    public List<String> texts(ConsentTerm.Kind kind) {
        return terms.stream().filter(t -> t.kind() == kind).map(ConsentTerm::text).toList();
    }

    public boolean names(long participantId) {
        return recipients.stream().anyMatch(r -> r.included() && r.participantId() == participantId);
    }
}
