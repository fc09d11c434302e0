package se.sip.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * {@code forms/bekrafta.html}: the owner takes a stand on an intervention that nobody promised at the meeting.
 *
 * @param answeredBy who at the owning unit answers
 * @param mandate whether that person may decide on the unit's interventions
 */
record ConfirmForm(
        @NotNull(message = "Ange om enheten åtar sig insatsen.") Boolean confirms,
        @NotBlank(message = "Skriv vem på enheten som svarar.")
        @Size(max = 200, message = "Skriv högst 200 tecken.") String answeredBy,
        Boolean mandate,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String declineWhy) {
}
