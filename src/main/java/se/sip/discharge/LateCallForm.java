package se.sip.discharge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form {@code forsenad_kallelse}: why the call was not sent within three calendar days (LUS 4:3, VGU-99). */
record LateCallForm(
        @NotBlank(message = "Skriv varför kallelsen är sen. Tre kalenderdagar är en gräns i lag (LUS 4:3).")
        @Size(max = 1000, message = "Högst 1 000 tecken.") String reason) {
}
