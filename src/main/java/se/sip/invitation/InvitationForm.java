package se.sip.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import se.sip.meeting.MeetingForm;

/**
 * {@code forms/kallelse.html}: the invitation and the booking of the meeting (VGU-90, VGB-14..18).
 *
 * @param purpose why the meeting is held; what must be there is the county's matter, table {@code kallelsens_innehall}
 * @param lateReason asked for only when the day lies after the recommended last one (VGB-17)
 * @param asksFunction shows the question of the function; the server reads its table, not this
 * @param protectedIdentity told to the form, never believed: the server knows
 * @param neutralPlace with protected identity, that the place tells nothing of where the person lives or goes
 * @param asksDigitalConsent shows the question of it; the server reads the records, not this
 * @param digitalConsent yes to a digital meeting, where none was said when the meeting was prepared (VGU-91, HAL-97)
 * @param digitalConsentBy who said it
 * @param convenerDocuments whether the convener writes the plan; otherwise {@code documenter} does (VGU-119)
 * @param lengthRuled shows the questions of the length; the server asks the county's table, not this
 * @param breakPlanned whether a break is planned (HAL-93)
 * @param lengthWhy why the meeting is longer than the county recommends
 */
record InvitationForm(
        @Size(max = 4000, message = LONG) String purpose,
        @Size(max = 4000, message = LONG) String longTermGoal,
        @Size(max = 4000, message = LONG) String questions,
        @NotNull(message = "Ange vilken dag mötet hålls.") LocalDate meetingDate,
        @NotNull(message = "Ange när mötet börjar.") LocalTime startTime,
        @NotNull(message = "Ange när mötet slutar.") LocalTime endTime,
        Boolean lengthRuled,
        Boolean breakPlanned,
        @Size(max = 1000, message = LONG) String lengthWhy,
        @NotNull(message = "Välj mötets form.") MeetingForm meetingForm,
        @NotBlank(message = "Ange var mötet hålls.") @Size(max = 300, message = LONG) String place,
        Boolean protectedIdentity,
        Boolean neutralPlace,
        @Size(max = 1000, message = LONG) String digitalPreparation,
        Boolean asksDigitalConsent,
        Boolean digitalConsent,
        @Size(max = 200, message = LONG) String digitalConsentBy,
        @NotBlank(message = "Skriv varför mötet hålls just den dagen.")
        @Size(max = 4000, message = LONG) String dateReason,
        @Size(max = 1000, message = LONG) String lateReason,
        @Size(max = 1000, message = LONG) String keyPersons,
        @NotNull(message = "Svara ja eller nej.") Boolean convenerDocuments,
        @Size(max = 200, message = LONG) String documenter,
        @NotEmpty(message = "Det finns ingen att kalla. Lägg till enheter i förberedelsen.")
        List<@Valid RecipientRow> recipients,
        Boolean asksFunction) {

    private static final String LONG = "Texten är för lång. Korta ner den till högst {max} tecken.";

    /**
     * One who is to take part.
     *
     * @param name shown only
     * @param asked whether to call or invite; what is needed decides (VGV-07)
     * @param requestedFunction which function is asked to come (HAL-66)
     * @param contribution what the recipient is expected to contribute (VGU-90)
     */
    record RecipientRow(
            @NotNull(message = "Raden saknar mottagare. Ladda om sidan.") Long participantId,
            @Size(max = 200) String name,
            @NotNull(message = "Svara ja eller nej.") Boolean asked,
            @Size(max = 1000, message = LONG) String notAskedReason,
            @Size(max = 4000, message = LONG) String contribution,
            @Size(max = 200, message = LONG) String requestedFunction,
            Boolean oralContact,
            @Size(max = 200, message = LONG) String oralContactWith,
            LocalDate oralContactOn,
            @Size(max = 1000, message = LONG) String noOralContactReason) {

        boolean isAsked() {
            return Boolean.TRUE.equals(asked);
        }

        OralContact contact() {
            return Boolean.TRUE.equals(oralContact) ? new OralContact(true, oralContactWith, oralContactOn, null)
                    : new OralContact(false, null, null, noOralContactReason);
        }
    }
}
