package se.sip.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import se.sip.contact.ContactFirst.ContactBy;

/** The form {@code en_vag_in}: who takes the first contact with En väg in, and that it has been taken (HAL-85). */
record EntryPointForm(
        @NotNull(message = "Välj vem som tar kontakten.") ContactBy contactBy,
        @NotNull(message = "Ange vilken dag kontakten togs.") LocalDate contactedOn,
        @Size(max = 200, message = "Högst 200 tecken.") String contactWith) {
}
