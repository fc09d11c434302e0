package se.sip.correspondence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** {@code forms/posta.html}: a letter was posted; it counts as sent only then. */
record PostedForm(
        @NotNull(message = "Ange när brevet postades.") LocalDate postedOn,
        @NotBlank(message = "Ange vem som postade brevet.")
        @Size(max = 100, message = "Skriv högst 100 tecken.") String postedBy) {
}
