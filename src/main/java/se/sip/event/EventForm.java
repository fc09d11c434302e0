package se.sip.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import lombok.With;
import se.sip.casefile.EndKind;
import se.sip.consent.ConsentAnswer.Answerer;
import se.sip.consent.WhoWithdrew;
import se.sip.invitation.AnswerKind;
import se.sip.unit.UnitKind;

/**
 * An event as it is registered: form {@code handelse}, and body of {@code POST /api/cases/{number}/events}. Which
 * fields are asked for depends on the kind.
 *
 * @param reason why; for {@link EventKind#LIFE_CHANGED} what has changed
 * @param who who took the consent back; one is enough (VGU-158)
 * @param manner how the consent was taken back
 * @param on day of the withdrawal
 * @param at time of day of the withdrawal
 * @param newDate new day of the meeting
 * @param breakPlanned whether a break is planned at the new time (HAL-93)
 * @param lengthWhy why the meeting is longer than the county recommends, or has no break
 * @param lengthRuled shows what the county asks of a meeting's length; the server reads its tables, not this
 * @param discoveredOn the right day that the need was discovered
 * @param unit unit to add
 * @param toUnit unit that convenes from now on
 * @param partyName somebody to add who is in no register
 * @param suitsFamily whether the family has been asked and the new day suits it (HAL-28)
 * @param lateReason why a new day lies after the recommended last one
 * @param knownThere whether the person has an ongoing contact with the added unit (HAL-14)
 * @param informationOnly whether only information is needed from the added unit (HAL-89)
 * @param meetingType which form of meeting is held instead of a SIP (HAL-17)
 * @param assessment the written individual assessment behind it (HAL-18)
 * @param asksContact shows what the county asks of ongoing contacts; the server reads its tables, not this
 * @param asksPrincipals shows whom a deviation concerns; the server reads the county's table, not this
 * @param asksFamily shows what the county asks of a new day; the server reads its tables, not this
 * @param need what the added unit is needed for
 * @param answerTo what was answered wrongly; the unit whose answer it is stands in {@code unit} or {@code partyName}
 * @param answer the unit's right answer
 * @param attendees who comes, or came, for the unit
 * @param present whether the unit was at the meeting
 * @param absentWhy why nobody came
 * @param answeredBy whose answer to the consent it is
 * @param answererName which guardian, where there are more than one
 * @param answeredOn the right day of the answer
 * @param answeredHow the right form of the answer
 */
@With
public record EventForm(
        @NotBlank(message = "Fyll i ärendenumret, till exempel SIP-2026-000123.")
        @Size(max = 20, message = "Ärendenumret är för långt.") String caseNumber,
        @NotNull(message = "Välj vad som har hänt.") EventKind kind,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String reason,
        WhoWithdrew who,
        Manner manner,
        LocalDate on,
        LocalTime at,
        LocalDate newDate,
        LocalTime newStart,
        LocalTime newEnd,
        Boolean breakPlanned,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String lengthWhy,
        Boolean lengthRuled,
        LocalDate discoveredOn,
        String unit,
        String toUnit,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String partyName,
        UnitKind partyKind,
        @Email(message = "Skriv en giltig e-postadress.") @Size(max = 200, message = "Skriv högst 200 tecken.")
        String partyEmail,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String need,
        EndKind endKind,
        AnsweredTo answerTo,
        AnswerKind answer,
        List<@Valid PersonRow> attendees,
        Boolean present,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String absentWhy,
        Answerer answeredBy,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String answererName,
        LocalDate answeredOn,
        se.sip.consent.Manner answeredHow,
        Boolean suitsFamily,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String familySays,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String lateReason,
        Boolean knownThere,
        Boolean informationOnly,
        @Size(max = 39, message = "Välj mötesform.") String meetingType,
        @Size(max = 4000, message = "Skriv högst 4000 tecken.") String assessment,
        Boolean asksContact,
        Boolean asksFamily,
        Boolean asksPrincipals) {

    /** In what form a consent was taken back. */
    public enum Manner {
        BY_TELEPHONE("Muntligt per telefon"),
        ORALLY("Muntligt vid besök"),
        WRITTEN("Skriftligt"),
        OTHERWISE("På annat sätt");

        private final String swedish;

        Manner(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** Somebody who comes, or came, for a unit. */
    public record PersonRow(
            @Size(max = 200, message = "Skriv högst 200 tecken.") String name,
            @Size(max = 200, message = "Skriv högst 200 tecken.") String workRole,
            Boolean mandate) {
    }

    /** An event of a kind, to be filled with what it is about. */
    public static EventForm of(EventKind kind) {
        return new EventForm(null, kind, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }
}
