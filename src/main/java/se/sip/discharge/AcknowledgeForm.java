package se.sip.discharge;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The form {@code kvittera_inskrivning}: the unit has the notice and starts to plan (LUS 2:6). */
record AcknowledgeForm(
        @NotNull(message = "Svara ja när ni har börjat planera.")
        @AssertTrue(message = "Den som har fått meddelandet ska börja planera (LUS 2:6). Svara ja när ni har börjat.")
        Boolean planning,
        @NotBlank(message = "Skriv vem på enheten som planerar.") @Size(max = 200, message = "Högst 200 tecken.")
        String contact) {
}
