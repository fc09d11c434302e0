package se.sip.discharge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;

/** The form {@code kalla_i_tid}: the call was sent in the county's IT service (VGU-97, VGU-98, VGU-164). */
record CallSentForm(
        @NotNull(message = "Fyll i dagen då kallelsen skickades.")
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate sentOn,
        @NotNull(message = "Fyll i klockslaget då kallelsen skickades.") LocalTime sentAt,
        @NotBlank(message = "Skriv vilka som kallades: personen, enheterna och andra aktörer.")
        @Size(max = 1000, message = "Högst 1 000 tecken.") String calledWhom) {
}
