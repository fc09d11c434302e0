package se.sip.deviation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * {@code forms/avvikelse.html}: a deviation has been made by the own routine.
 *
 * @param reference what the own system calls it
 * @param asksCopy shows the question; the server asks the county's table, not this
 * @param copyText a copy for the next ledningsgrupp, without anything that identifies somebody (BOR-82)
 */
record DeviationForm(
        @NotNull(message = "Fyll i dagen då avvikelsen gjordes.") LocalDate madeOn,
        @NotBlank(message = "Skriv avvikelsens nummer i ert eget system.")
        @Size(max = 100, message = "Skriv högst 100 tecken.") String reference,
        Boolean asksCopy,
        @Size(max = 2000, message = "Skriv högst 2 000 tecken.") String copyText) {
}
