package se.sip.followup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import se.sip.meeting.MeetingForm;

/**
 * {@code forms/kalla_uppfoljning.html}: the main responsible calls to the follow-up (VGU-136).
 *
 * @param changedWhy why another day than the plan's, unless life has changed
 * @param invited keys of the parties called
 * @param suitsFamily whether the family was asked and the time suits
 * @param lengthRuled shows the questions of the length; the server asks the county's table, not this
 * @param breakPlanned whether a break is planned (HAL-93)
 * @param lengthWhy why longer than the county recommends
 * @param digitalConsent whether the person, or the child or a guardian, has agreed to meet digitally (VGU-91, HAL-97)
 * @param documenter who writes, named before the follow-up (VGU-119, HAL-100)
 */
record CallFollowUpForm(
        @NotNull(message = "Ange dagen för uppföljningen.") LocalDate meetsOn,
        @NotNull(message = "Ange när uppföljningen börjar.") LocalTime startsAt,
        @NotNull(message = "Ange när uppföljningen slutar.") LocalTime endsAt,
        Boolean lengthRuled,
        Boolean breakPlanned,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String lengthWhy,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String changedWhy,
        @NotBlank(message = "Skriv var uppföljningen hålls.")
        @Size(max = 300, message = "Skriv högst 300 tecken.") String place,
        @NotNull(message = "Välj mötesform.") MeetingForm meetingForm,
        Boolean digitalConsent,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String digitalPreparation,
        @NotBlank(message = "Skriv vem som dokumenterar.")
        @Size(max = 200, message = "Skriv högst 200 tecken.") String documenter,
        @NotEmpty(message = "Välj vilka som kallas.") List<String> invited,
        @NotNull(message = "Ange om tiden passar den det gäller.") Boolean suitsFamily,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String suitsNote) {
}
