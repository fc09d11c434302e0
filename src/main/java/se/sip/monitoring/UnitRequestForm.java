package se.sip.monitoring;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * {@code forms/enhetsbyte.html}: the convener takes a stand on an admin's wish that another unit take over.
 *
 * @param changes whether the other unit is added, after the family has been asked (VGV-08)
 * @param need what it is needed for
 * @param answer why not
 */
record UnitRequestForm(
        @NotNull(message = "Svara ja eller nej.") Boolean changes,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String need,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String answer) {
}
