package se.sip.preparation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import se.sip.unit.UnitKind;

/**
 * The form {@code enheter}: the starter confirms, changes, removes and adds participants.
 *
 * @param asksContact shows what the county asks of ongoing contacts; the server reads its tables, not this
 */
record UnitsForm(List<@Valid ProposalRow> proposals, List<@Valid AddedRow> added, Boolean asksContact) {

    /**
     * A proposal of the table or the family.
     *
     * @param title what the form calls the row; told to the form, never believed
     * @param unitId the unit of the register, which may be another than proposed
     * @param outsideName somebody outside the register, where no unit is chosen
     * @param knownThere whether the person has an ongoing contact with a unit that was changed to (HAL-14)
     */
    record ProposalRow(
            Long participantId,
            String name,
            String title,
            @NotNull(message = "Svara ja eller nej.") Boolean keep,
            String unitId,
            @Size(max = 200, message = "Högst 200 tecken.") String outsideName,
            @Email(message = "Skriv en hel e-postadress.") @Size(max = 200, message = "Högst 200 tecken.") String email,
            @Size(max = 300, message = "Högst 300 tecken.") String postalAddress,
            @Size(max = 1000, message = "Högst 1 000 tecken.") String need,
            Boolean knownThere,
            @Size(max = 1000, message = "Högst 1 000 tecken.") String removedBecause) {
    }

    /**
     * Somebody the starter or the family adds.
     *
     * @param knownThere whether the person has an ongoing contact there (HAL-14, HAL-16)
     * @param informationOnly whether only information is needed from there (HAL-89)
     */
    record AddedRow(
            @NotNull(message = "Svara på om enheten finns i registret.") Boolean inRegister,
            String unitId,
            @Size(max = 200, message = "Högst 200 tecken.") String name,
            UnitKind kind,
            @Email(message = "Skriv en hel e-postadress.") @Size(max = 200, message = "Högst 200 tecken.") String email,
            @Size(max = 300, message = "Högst 300 tecken.") String postalAddress,
            @Size(max = 1000, message = "Högst 1 000 tecken.") String need,
            Boolean knownThere,
            Boolean informationOnly) {
    }

    UnitsForm {
        proposals = proposals == null ? List.of() : proposals;
        added = added == null ? List.of() : added;
    }
}
