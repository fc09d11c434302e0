package se.sip.correspondence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** {@code forms/oklar_sandning.html}: what a person found out about a send whose result nobody knew. */
record SettledForm(
        @NotNull(message = "Svara om meddelandet kom fram.") Boolean arrived,
        @NotBlank(message = "Skriv hur ni vet om det kom fram.")
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String how) {
}
