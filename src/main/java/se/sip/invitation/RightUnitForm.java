package se.sip.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * {@code forms/ratt_enhet.html}: a wrong recipient finds the right unit within its principal (VGU-103, VGU-104).
 *
 * @param contactWith with whom at the sender the need was clarified
 * @param unitId the unit that was found
 * @param asksPrincipal shows the question; the server asks the county's table, not this
 * @param otherPrincipal whether the call belongs to another principal and goes back to the convener (BOR-52)
 */
record RightUnitForm(
        @NotBlank(message = "Ange vem ni talade med hos den som kallar.")
        @Size(max = 200, message = "Korta ner texten till högst {max} tecken.") String contactWith,
        @NotNull(message = "Ange när ni talade med den som kallar.") LocalDate contactOn,
        @NotBlank(message = "Skriv vad ni kom fram till.")
        @Size(max = 4000, message = "Korta ner texten till högst {max} tecken.") String clarified,
        @NotNull(message = "Svara ja eller nej.") Boolean found,
        @Size(max = 80, message = "Välj en enhet i listan.") String unitId,
        Boolean asksPrincipal,
        Boolean otherPrincipal) {
}
