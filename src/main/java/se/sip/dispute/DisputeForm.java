package se.sip.dispute;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import se.sip.dispute.DisputeStep.Outcome;

/**
 * {@code forms/tvist.html}: what the nearest managers, or a principal's line, made of a dispute.
 *
 * @param deciders a row for each side that decides; the mandate is the point (BOR-83)
 * @param solution what was decided
 * @param why why it was not solved, or why it has fallen
 */
record DisputeForm(
        @NotNull(message = "Välj vad ni kom fram till.") Outcome outcome,
        List<@Valid DeciderRow> deciders,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String solution,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String why) {

    DisputeForm {
        deciders = deciders == null ? List.of() : deciders;
    }

    /** Who decides for a side; {@code unitId} and {@code name} are the form's own. */
    record DeciderRow(
            String unitId,
            String name,
            @NotBlank(message = "Skriv vem som företräder enheten.")
            @Size(max = 200, message = "Skriv högst 200 tecken.") String who,
            @NotNull(message = "Svara ja eller nej.") Boolean mandate) {
    }
}
