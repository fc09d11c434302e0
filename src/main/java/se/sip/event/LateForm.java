package se.sip.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Form {@code forsenat}: why the recommended date passed, and the new date (VGB-17). */
record LateForm(
        @NotBlank(message = "Skriv varför mötet inte har hållits.")
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String reason,
        @NotNull(message = "Fyll i när mötet planeras nu.") LocalDate newDate) {
}
