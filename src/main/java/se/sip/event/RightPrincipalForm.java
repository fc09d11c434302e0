package se.sip.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * {@code forms/ratt_huvudman.html}: a call came to the wrong principal, and the convener sends it to the right one
 * (BOR-52).
 *
 * @param sendAnew whether another unit is to be called in its place
 * @param unit that unit
 * @param need what it is needed for
 * @param why why nobody is
 */
record RightPrincipalForm(
        @NotNull(message = "Svara ja eller nej.") Boolean sendAnew,
        String unit,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String need,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String why) {
}
