package se.sip.discharge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The form {@code overfor_information}: information is handed over the day the person leaves (LUS 3:2). */
record TransferForm(
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate on,
        LocalTime at,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String what,
        @Size(max = 200, message = "Högst 200 tecken.") String secrecyBy,
        Boolean secrecyHinders,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String secrecyNote,
        @Valid @Size(max = 30, message = "Högst 30 enheter.") List<WardMessageForm.UnitRow> withheldFrom,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String reason) {
}
