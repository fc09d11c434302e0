package se.sip.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * {@code forms/rapport.html}: the owner reports how an intervention went (VGU-145).
 *
 * @param outcome done also means that it goes on as planned
 * @param reportedBy who at the owning unit reports
 */
record ReportForm(
        @NotNull(message = "Ange om insatsen har genomförts.") Outcome outcome,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String note,
        @NotBlank(message = "Skriv vem på enheten som rapporterar.")
        @Size(max = 200, message = "Skriv högst 200 tecken.") String reportedBy) {

    enum Outcome {
        DONE,
        FAILED
    }
}
