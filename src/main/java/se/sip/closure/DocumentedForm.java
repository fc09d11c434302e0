package se.sip.closure;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Form {@code besked_enhet}: the unit has documented the closing in its own system (VGU-161). */
record DocumentedForm(@NotNull(message = "Fyll i dagen då ni dokumenterade avslutet.") LocalDate documentedOn) {
}
