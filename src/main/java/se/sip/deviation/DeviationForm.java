package se.sip.deviation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * {@code forms/avvikelse.html}: a deviation has been made by the own routine.
 *
 * @param reference what the own system calls it
 */
record DeviationForm(
        @NotNull(message = "Fyll i dagen då avvikelsen gjordes.") LocalDate madeOn,
        @NotBlank(message = "Skriv avvikelsens nummer i ert eget system.")
        @Size(max = 100, message = "Skriv högst 100 tecken.") String reference) {
}
