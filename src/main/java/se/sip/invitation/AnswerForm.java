package se.sip.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code forms/svar.html}: a recipient's answer (VGU-81, VGU-82, VGV-11).
 *
 * @param byConvener shown only: whether the convener registers the answer
 * @param reason why nobody comes, or why it is the wrong recipient
 * @param answerWay how the answer came, with day and person, where the convener registers it
 */
record AnswerForm(
        Boolean byConvener,
        @NotNull(message = "Välj vad enheten svarar.") AnswerKind answer,
        List<@Valid AttendeeRow> attendees,
        Boolean substituteComes,
        @Size(max = 200, message = LONG) String substituteName,
        @Size(max = 200, message = LONG) String substituteRole,
        Boolean substituteMandate,
        @Size(max = 4000, message = LONG) String reason,
        @Size(max = 4000, message = LONG) String preparation,
        AnswerWay answerWay,
        LocalDate answerCameOn,
        @Size(max = 200, message = LONG) String answerGivenBy) {

    private static final String LONG = "Texten är för lång. Korta ner den till högst {max} tecken.";

    /** Somebody who comes. */
    record AttendeeRow(
            @NotBlank(message = "Ange namnet på den som kommer.") @Size(max = 200, message = LONG) String name,
            @NotBlank(message = "Ange rollen, till exempel kurator.") @Size(max = 200, message = LONG) String workRole,
            @NotNull(message = "Svara ja eller nej.") Boolean mandate) {
    }

    boolean hasSubstitute() {
        return answer == AnswerKind.PREVENTED && Boolean.TRUE.equals(substituteComes);
    }

    /** Who comes, by this answer. */
    List<Attendee> coming() {
        if (hasSubstitute()) {
            return List.of(new Attendee(substituteName, substituteRole, substituteMandate, true));
        }
        return answer != AnswerKind.ATTENDS || attendees == null ? List.of()
                : attendees.stream().map(a -> new Attendee(a.name(), a.workRole(), a.mandate(), false)).toList();
    }
}
