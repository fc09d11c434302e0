package se.sip.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import se.sip.contact.ContactFirst.ContactBy;

/**
 * The form {@code socialtjanst_kontakt}: help with contact, or an application by the guardian (HAL-88, HAL-89).
 *
 * @param result what came of it
 */
record SocialContactForm(
        @NotNull(message = "Välj vem som tog kontakten.") ContactBy contactBy,
        @NotNull(message = "Ange vilken dag.") LocalDate contactedOn,
        @Size(max = 200, message = "Högst 200 tecken.") String contactWith,
        @NotNull(message = "Välj vad det blev.") Result result,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String note) {

    /** What the family came to. */
    enum Result {
        APPLIED,
        INFORMED,
        NOT_WISHED
    }
}
