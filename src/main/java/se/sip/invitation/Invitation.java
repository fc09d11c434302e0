package se.sip.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import se.sip.casefile.Participant.Duty;

/**
 * A kallelse: one recipient called, or invited, to the meeting of a case.
 *
 * @param roundId the {@link InvitationRound} it belongs to
 * @param participantId who is asked; changes when a wrong recipient passes it on
 * @param unitId null for somebody outside the unit register
 * @param name of the unit or party
 * @param duty called, with a duty to come, or invited, without one (VGU-88, VGU-89)
 * @param contribution what the recipient is expected to contribute (VGU-90)
 * @param requestedFunction which function is asked to come; null where the county does not ask (HAL-66)
 * @param consentKey key of the consent it rests on; null until it is sent
 * @param mustAttend nobody else was found: the recipient itself is to attend (VGU-105)
 * @param passedOnFrom name of the unit that passed it on; null where it was sent here first
 * @param toldManagerAt when the unit's managers were told that no answer came
 */
@With
public record Invitation(
        @Id Long id,
        String caseNumber,
        Long roundId,
        Long participantId,
        String unitId,
        String name,
        Duty duty,
        Status status,
        Channel channel,
        String contribution,
        String requestedFunction,
        @Embedded.Nullable(prefix = "oral_") OralContact oralContact,
        String consentKey,
        LocalDateTime sentAt,
        LocalDate answerDue,
        LocalDateTime remindedAt,
        LocalDateTime toldManagerAt,
        boolean mustAttend,
        String passedOnFrom,
        @Embedded.Nullable(prefix = "forward_") Forwarding forwarding,
        @Embedded.Nullable(prefix = "answer_") Answer answer,
        @MappedCollection(idColumn = "invitation", keyColumn = "invitation_key") List<Attendee> attendees,
        @Version Long version) {

    /** Where an invitation stands. */
    public enum Status {
        /** Written, not sent. A recipient whom the consent does not cover stays here and gets nothing. */
        WRITTEN("Inte skickad"),
        /** Sent; the answer is awaited. */
        SENT("Väntar på svar"),
        ANSWERED("Besvarad"),
        /** The recipient looks for the right unit, or the family is asked about it (VGU-103). */
        WRONG_UNIT("Rätt enhet söks"),
        /** Called off, or replaced by a later round. */
        CANCELLED("Inte längre aktuell");

        private final String swedish;

        Status(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    static Invitation written(String caseNumber, Long roundId, Long participantId, String unitId, String name,
            Duty duty, String contribution, OralContact oralContact) {
        return new Invitation(null, caseNumber, roundId, participantId, unitId, name, duty, Status.WRITTEN, null,
                contribution, null, oralContact, null, null, null, null, null, false, null, null, null, List.of(),
                null);
    }

    Invitation sent(Channel by, String consent, LocalDateTime at) {
        return withStatus(Status.SENT).withChannel(by).withConsentKey(consent).withSentAt(at);
    }

    Invitation answered(Answer given, List<Attendee> coming) {
        return withAnswer(given).withAttendees(coming)
                .withStatus(given.kind() == AnswerKind.WRONG_UNIT ? Status.WRONG_UNIT : Status.ANSWERED);
    }

    /** Nobody else was found, or the family does not want the other unit (VGU-105). */
    Invitation dutyStays() {
        return withMustAttend(true).withStatus(Status.SENT).withAnswer(null);
    }

    Invitation passedOn(Long participant, String unit, String unitName, Channel by, String consent,
            LocalDateTime at) {
        return withPassedOnFrom(name).withParticipantId(participant).withUnitId(unit).withName(unitName)
                .withAnswer(null).withRemindedAt(null).withToldManagerAt(null).sent(by, consent, at);
    }

    public boolean isCalled() {
        return duty == Duty.CALLED;
    }

    /** Whether it has been sent and still counts. */
    public boolean isOut() {
        return status == Status.SENT || status == Status.ANSWERED || status == Status.WRONG_UNIT;
    }

    boolean isOpen() {
        return status != Status.CANCELLED;
    }

    public boolean awaitsAnswer() {
        return status == Status.SENT || status == Status.WRONG_UNIT;
    }

    /** Whether somebody is named who comes. */
    public boolean isRepresented() {
        return status == Status.ANSWERED && !attendees.isEmpty();
    }

    /** Its key as a process variable. */
    public String key() {
        return String.valueOf(id);
    }
}
