package se.sip.discharge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import se.sip.discharge.ExistingFollowUp.ConsentHow;

/** The form {@code befintlig_sip}: the existing SIP's main responsible calls to a follow-up (VGU-38, VGU-39, VGU-77).
 *
 * @param coversBoth whether the consent covers the hospital and the permanent care contact
 */
record ExistingSipForm(
        @NotNull(message = "Svara ja eller nej.") Boolean consent,
        @NotBlank(message = "Skriv vem som har svarat: personen, vårdnadshavare eller företrädare.")
        @Size(max = 200, message = "Högst 200 tecken.") String consentBy,
        @NotNull(message = "Fyll i dagen för svaret.")
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate consentOn,
        @NotNull(message = "Välj hur svaret lämnades.") ConsentHow consentHow,
        Boolean coversBoth,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate calledOn,
        LocalDate followUpOn,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String note) {
}
