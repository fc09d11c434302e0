package se.sip.closure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Form {@code besked}: each one of the family, and each outside the register, has been told.
 *
 * @param letter which written notice can be printed; shown, never believed
 */
record ToldForm(
        String letter,
        @Valid List<ToldRow> told,
        @NotBlank(message = "Skriv vart familjen vänder sig om behov uppstår igen.")
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String whereToTurn,
        @NotNull(message = "Svara om avslutet är dokumenterat i ert system.") Boolean documented) {

    /** @param name shown, not stored */
    record ToldRow(
            @NotNull(message = "Raden saknar sin nyckel. Ladda om sidan.") Long noticeId,
            String name,
            @NotNull(message = "Fyll i dagen då beskedet gavs.") LocalDate toldOn,
            @NotNull(message = "Välj hur beskedet gavs.") Notice.Manner how) {
    }
}
