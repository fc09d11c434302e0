package se.sip.discharge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The form {@code kvittera_behovs_ej}: a unit's receipt, or its objection (VGU-101). */
record NotNeededForm(
        @NotNull(message = "Svara ja eller nej.") Boolean agrees,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String objection) {
}
