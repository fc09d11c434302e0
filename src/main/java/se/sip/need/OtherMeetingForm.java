package se.sip.need;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form {@code annan_motesform}: the written individual assessment and the form of meeting it led to (HAL-18). */
record OtherMeetingForm(
        @NotBlank(message = "Skriv er individuella bedömning av vilket möte som passar (HAL-18).")
        @Size(max = 4000, message = "Högst 4 000 tecken.") String assessment,
        @NotBlank(message = "Välj mötesform.") @Size(max = 39, message = "Välj mötesform.") String meetingType,
        @NotBlank(message = "Skriv varför den mötesformen passar.")
        @Size(max = 1000, message = "Högst 1 000 tecken.") String reason) {
}
