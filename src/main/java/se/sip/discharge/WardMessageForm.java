package se.sip.discharge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import lombok.With;
import se.sip.casefile.EndKind;

/**
 * A message from the ward: form {@code utskrivningsmeddelande}, and body of {@code POST /api/discharge/...}. Which
 * fields are asked for depends on the kind.
 *
 * @param on day it was sent or happened; now where none is given
 * @param secrecyBy who has checked that secrecy does not stand in the way (LUS 3:1, 3:2)
 * @param secrecyHinders whether it does, for some units
 * @param what what is handed over
 */
@With
record WardMessageForm(
        @NotBlank(message = "Fyll i ärendenumret, till exempel SIP-2026-000123.")
        @Size(max = 20, message = "Ärendenumret är för långt.") String caseNumber,
        @NotNull(message = "Välj vad meddelandet gäller.") WardMessageKind kind,
        LocalDate expectedOn,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate on,
        LocalTime at,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String reason,
        @Size(max = 200, message = "Högst 200 tecken.") String secrecyBy,
        Boolean secrecyHinders,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String secrecyNote,
        @Valid @Size(max = 30, message = "Högst 30 enheter.") List<UnitRow> withheldFrom,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String what,
        EndKind endKind) {

    /** A unit that secrecy keeps it from. */
    record UnitRow(@NotBlank(message = "Välj enheten.") String unitId) {
    }

    LocalDateTime moment(LocalDateTime now) {
        return on == null || at == null ? now : on.atTime(at);
    }

    List<String> withheld() {
        return !Boolean.TRUE.equals(secrecyHinders) || withheldFrom == null ? List.of()
                : withheldFrom.stream().map(UnitRow::unitId).toList();
    }
}
