package se.sip.discharge;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The form {@code skicka_inskrivning}: the notice goes out, now or as it was sent in the county's IT service. */
record SendAdmissionForm(
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate sentOn,
        LocalTime sentAt,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String lateReason) {

    LocalDateTime sent(LocalDateTime now) {
        return sentOn == null || sentAt == null ? now : sentOn.atTime(sentAt);
    }
}
