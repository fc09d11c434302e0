package se.sip.discharge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The form {@code fast_vardkontakt}: the permanent care contact is named before discharge (LUS 2:5). */
record CareContactForm(
        @NotBlank(message = "Skriv namnet på den fasta vårdkontakten.") @Size(max = 200, message = "Högst 200 tecken.")
        String name,
        @NotBlank(message = "Skriv yrkesrollen.") @Size(max = 200, message = "Högst 200 tecken.") String workRole,
        @NotNull(message = "Fyll i dagen då den fasta vårdkontakten utsågs.")
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate namedOn) {
}
