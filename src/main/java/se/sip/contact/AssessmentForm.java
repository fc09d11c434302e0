package se.sip.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The form {@code en_vag_in_svar}: the assessment after En väg in's referral (HAL-86, HAL-87).
 *
 * @param belongs whether there is a unit of specialist care that the person belongs to
 * @param unitId that unit
 */
record AssessmentForm(
        @NotNull(message = "Svara ja eller nej.") Boolean belongs,
        @Size(max = 30, message = "Välj en enhet i listan.") String unitId,
        @NotNull(message = "Ange vilken dag bedömningen är gjord.") LocalDate assessedOn,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String note) {
}
