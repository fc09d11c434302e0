package se.sip.discharge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import se.sip.casefile.Protection;
import se.sip.casefile.ValidIdNumber;

/**
 * The start form {@code inskrivning}, and body of {@code POST /api/discharge/admission} (LUS 2:1, 2:2, VGU-33).
 *
 * @param wardUnit the hospital's unit that sends
 * @param judgedOn day the physician judged that interventions may be needed, where that was after the admission
 * @param sendNow whether the notice goes out with this; otherwise the ward gets a task for it
 * @param sentOn day the notice was sent; now where none is given
 * @param careUnit regional outpatient unit where the person is listed (LUS 2:2, VGU-40)
 * @param units the units concerned, one by one; nobody can be "alla berörda"
 * @param existingSip that a SIP exists must be stated (VGU-75)
 * @param existingSipUnit its main responsible, where the SIP is not in this system
 * @param lateReason why the notice is later than 24 hours (LUS 2:3)
 */
record AdmissionForm(
        @NotBlank(message = "Välj den avdelning eller det sjukhus som skickar.") String wardUnit,
        @NotNull(message = "Fyll i dagen för inskrivningen.")
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate admittedOn,
        @NotNull(message = "Fyll i klockslaget för inskrivningen.") LocalTime admittedAt,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate judgedOn,
        LocalTime judgedAt,
        @NotBlank(message = "Skriv vilken läkare som har bedömt.") @Size(max = 200, message = "Högst 200 tecken.")
        String physician,
        @NotNull(message = "Fyll i beräknad dag för utskrivning.") LocalDate expectedOn,
        @NotBlank(message = "Fyll i personnummer, samordningsnummer eller reservnummer.")
        @ValidIdNumber String idNumber,
        @NotBlank(message = "Fyll i förnamn.") @Size(max = 100, message = "Högst 100 tecken.") String givenName,
        @NotBlank(message = "Fyll i efternamn.") @Size(max = 100, message = "Högst 100 tecken.") String familyName,
        @Size(max = 300, message = "Högst 300 tecken.") String address,
        @NotBlank(message = "Välj hemkommun.") String municipality,
        @NotNull(message = "Ange om personuppgifterna är skyddade.") Protection protection,
        @Size(max = 80, message = "Högst 80 tecken.") String interpreterLanguage,
        @Valid @Size(max = 10, message = "Högst tio vårdnadshavare.") List<GuardianRow> guardians,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String noGuardianReason,
        @NotBlank(message = "Välj den vårdcentral eller öppenvård där personen är listad eller känd.") String careUnit,
        @Valid @Size(max = 30, message = "Högst 30 enheter.") List<UnitRow> units,
        @NotNull(message = "Svara ja eller nej. Meddelandet ska säga om en SIP finns (VGU-75).") Boolean existingSip,
        String existingSipUnit,
        @NotNull(message = "Svara ja eller nej.") Boolean sendNow,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate sentOn,
        LocalTime sentAt,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String lateReason) {

    /** A guardian of somebody under age, who later answers for themselves. */
    record GuardianRow(
            @NotBlank(message = "Fyll i vårdnadshavarens namn.") @Size(max = 200, message = "Högst 200 tecken.")
            String name,
            @ValidIdNumber String idNumber,
            @Size(max = 300, message = "Högst 300 tecken.") String address,
            @Size(max = 40, message = "Högst 40 tecken.") String phone,
            Protection protection) {
    }

    /** One unit that gets the notice. */
    record UnitRow(@NotBlank(message = "Välj enheten.") String unitId) {
    }

    LocalDateTime admitted() {
        return admittedOn == null || admittedAt == null ? null : admittedOn.atTime(admittedAt);
    }

    LocalDateTime judged() {
        return judgedOn == null || judgedAt == null ? null : judgedOn.atTime(judgedAt);
    }

    /** From when the 24 hours count: the admission, or the later judgement (LUS 2:3). */
    LocalDateTime counted() {
        return judged() == null ? admitted() : judged();
    }

    /** When it was sent; the moment now where nothing else is given. */
    LocalDateTime sent(LocalDateTime now) {
        return sentOn == null || sentAt == null ? now : sentOn.atTime(sentAt);
    }

    List<UnitRow> unitRows() {
        return units == null ? List.of() : units;
    }

    List<GuardianRow> guardianRows() {
        return guardians == null ? List.of() : guardians;
    }
}
